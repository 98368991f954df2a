// Moving a claim's ends by word, and marking selected words as a claim that was missed.
// Offsets are code points of the article's text; what the browser counts are UTF-16 units.

const BREAKS = "\\s.,;:!?…\"“”„«»()\\[\\]{}،؛؟。、";
const WORD = new RegExp(`[^${BREAKS}]+(?:[.,:’'][^${BREAKS}]+)*|[^\\s]`, "gu");

const known = new WeakSet();
const codePoints = (text) => [...text].length;

// --- the ends of a claim ---------------------------------------------------------------

function spanEditor(form) {
  const shown = form.querySelector(".words");
  const parts = ["before", "words", "after"].map((name) => form.querySelector(`[data-${name}]`));
  const [save, begin, help] = ["[data-save-span]", "[data-edit-span]", "[data-span-help]"].map((name) =>
    form.querySelector(name),
  );
  if (!begin) return;
  begin.hidden = false;
  if (known.has(form)) return;
  known.add(form);
  let text, words, stands, place;

  // Read when editing begins: the page may have been swapped since it was made.
  function read() {
    const texts = parts.map((part) => part.textContent);
    text = texts.join("");
    words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
    stands = { start: texts[0].length, end: texts[0].length + texts[1].length };
    place = { ...stands };
  }

  function show() {
    const cut = [0, place.start, place.end, text.length];
    parts.forEach((part, at) => (part.textContent = text.slice(cut[at], cut[at + 1])));
    const first = Number(form.dataset.first);
    form.elements.start.value = first + codePoints(text.slice(0, place.start));
    form.elements.end.value = first + codePoints(text.slice(0, place.end));
  }

  function step(end, way) {
    const bounds = words.map((word) => word[end]);
    const next = way > 0 ? bounds.find((at) => at > place[end]) : bounds.findLast((at) => at < place[end]);
    const moved = { ...place, [end]: next ?? place[end] };
    if (moved.start < moved.end) place = moved;
    show();
  }

  function edit(on) {
    if (on) read();
    else place = { ...stands };
    shown.classList.toggle("editing", on);
    save.hidden = help.hidden = !on;
    show();
    if (on) shown.focus();
    else begin.focus();
  }

  // What is read from right to left goes on to the left.
  const onwards = getComputedStyle(shown).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  const back = onwards === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
  shown.addEventListener("keydown", (event) => {
    if (!shown.classList.contains("editing")) return;
    if (event.key === onwards || event.key === back) step(event.shiftKey ? "start" : "end", event.key === onwards ? 1 : -1);
    else if (event.key === "Enter") save.click();
    else if (event.key === "Escape") edit(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  shown.tabIndex = -1;
  begin.addEventListener("click", () => edit(true));
}

// --- what was missed -------------------------------------------------------------------

// The code points of a paragraph before a place in it; numbers in the margin are none of its text.
function offsetIn(paragraph, node, at) {
  const range = document.createRange();
  range.setStart(paragraph, 0);
  range.setEnd(node, at);
  const before = range.cloneContents();
  for (const number of before.querySelectorAll(".margin")) number.remove();
  return Number(paragraph.dataset.start) + codePoints(before.textContent);
}

function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const near = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  const [first, last] = [near(range.startContainer), near(range.endContainer)];
  if (!first || !last) return null;
  return {
    start: offsetIn(first, range.startContainer, range.startOffset),
    end: offsetIn(last, range.endContainer, range.endOffset),
    words: selection.toString(),
  };
}

function marker(form) {
  const link = form.querySelector("[data-verb]");
  link.addEventListener("click", (event) => {
    const place = selected();
    if (!place) return; // the page where the words are pasted
    event.preventDefault();
    for (const [name, value] of Object.entries(place)) form.elements[name].value = value;
    form.requestSubmit();
  });
}

const editors = () => document.querySelectorAll(".span-form").forEach(spanEditor);
editors();
document.addEventListener("htmx:afterSettle", editors);
const mark = document.getElementById("mark");
if (mark) marker(mark);
