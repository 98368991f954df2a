// The text of the chosen claim beside the list: it follows focus, and moves nothing of the list.

import { go } from "./cursor.js";

const WAIT = 60; // ms: who holds J down is not answered a hundred times
const reader = document.getElementById("reader");
const list = document.querySelector(".panes .list");
const hasRoom = matchMedia("(min-width: 75rem)");
let chosen = null;
let shown = null;
let timer = null;
let asking = null;

const rowOf = (address) => list.querySelector(`[data-read="${CSS.escape(address)}"]`);

function choose(row) {
  chosen = row.dataset.read;
  mark();
  clearTimeout(timer);
  timer = setTimeout(show, WAIT);
}

function mark() {
  for (const row of list.querySelectorAll(".is-read")) row.classList.remove("is-read");
  rowOf(chosen)?.classList.add("is-read");
}

async function show(again = false) {
  if (!hasRoom.matches || (shown === chosen && !again)) return;
  asking?.abort();
  asking = new AbortController();
  try {
    const answer = await fetch(chosen, { signal: asking.signal, redirect: "manual" });
    if (!answer.ok) throw new Error(String(answer.status));
    put(await answer.text());
  } catch (error) {
    if (error.name === "AbortError") return;
    shown = null;
    reader.replaceChildren();
  }
}

function put(html) {
  shown = chosen;
  reader.innerHTML = html;
  htmx.process(reader);
  const pane = getComputedStyle(reader).overflowY === "auto" ? reader : reader.querySelector(".read-text");
  const place = reader.querySelector(".selected");
  pane.scrollTop = 0;
  if (!place) return;
  const below = place.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  pane.scrollTop = Math.max(0, below - pane.clientHeight / 3);
}

list.addEventListener("focusin", ({ target }) => {
  // Of a card's heading it is the card's first claim.
  const row = target.closest("[data-read]") ?? target.closest(".card")?.querySelector("[data-read]");
  if (row) choose(row);
});

// A click beside the link chooses too.
list.addEventListener("click", ({ target }) => {
  const stop = target.closest("[data-read]")?.querySelector("[data-stop]");
  if (stop && !target.closest("a, button, summary, input, label")) go(stop);
});

// A deed may have swapped the row, and changed what is shown of its claim.
document.addEventListener("htmx:afterSettle", ({ target }) => {
  if (!chosen || target.closest?.(".total")) return;
  mark();
  if (rowOf(chosen)) show(true);
});
hasRoom.addEventListener("change", () => chosen && show());

const first = document.activeElement.closest("[data-read]") ?? list.querySelector("[data-read]");
if (first) choose(first);
