// Work by keys. Navigating never decides; a key does what the visible control does.
// Which keys there are stands once, in the help (templates/_keys.html), and is read from there.

import { tinykeys } from "../vendor/tinykeys@3.1.0/tinykeys.js";
import { go, here, leave, move, nextBeyond } from "./cursor.js";
import { say } from "./saying.js";

const SWITCH = "claimdesk.keys";
const FIELDS = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

const help = document.getElementById("keys-help");
const main = document.getElementById("main");
const isOn = () => localStorage.getItem(SWITCH) !== "off";

const DEEDS = {
  next: () => move(1),
  previous: () => move(-1),
  undo() {
    const offered = document.querySelector('#messages [data-verb="undo"]');
    if (offered) offered.click();
    else document.getElementById("undo-last").requestSubmit();
  },
  open() {
    const focused = document.activeElement;
    const link = here()?.querySelector("[data-stop]") ?? focused.closest("[data-article]")?.querySelector("h2 a");
    if (link) leave(link);
  },
  nextArticle: () => toArticle("next"),
  previousArticle: () => toArticle("prev"),
  search() {
    const field = document.querySelector('[name="q"]');
    if (field) field.focus();
    else location.assign(document.querySelector(".masthead nav a").href);
  },
  send() {
    const form = document.activeElement.form;
    form?.requestSubmit(form.querySelector("button.primary[type=submit], button[type=submit]:not([formaction])"));
  },
  help: () => help.showModal(),
};

// From card to card in a list of articles; on an article's own page to its neighbour's.
function toArticle(rel) {
  const link = document.querySelector(`.neighbours [rel="${rel}"]`);
  if (link) return leave(link);
  const { noArticles } = document.querySelector("[data-no-articles]")?.dataset ?? {};
  if (noArticles) return say(noArticles, "info");
  const cards = [...document.querySelectorAll(".card[data-article]")];
  const current = cards.indexOf(document.activeElement.closest(".card"));
  const card = cards[rel === "next" ? current + 1 : current - 1];
  if (card) go(card.querySelector("[data-stop]") ?? card);
}

const SCOPES = {
  claim: () => here(),
  article: () => (here() ?? document.activeElement).closest("[data-article]"),
  page: () => main,
};

function press(verbs, within, moves) {
  const scope = SCOPES[within]();
  const control = verbs.map((verb) => scope?.querySelector(`[data-verb="${verb}"]`)).find(Boolean);
  if (!control) return;
  const next = moves && nextBeyond(scope);
  if (control.matches("details")) {
    control.open = true;
    control.querySelector("summary").focus();
  } else if (control.matches(FIELDS)) {
    control.focus();
  } else {
    control.click();
  }
  if (next) go(next);
}

function dismiss(digit) {
  const scope = here();
  const reason = scope?.querySelectorAll("details.menu[open] button")[digit - 1];
  if (!reason) return;
  const next = nextBeyond(scope);
  reason.click();
  if (next) go(next);
}

// Only while focus is on what the page is about: not in a field, nor in what stands around it.
function listens(event, typing) {
  if (help.open) return false;
  if (event.target.closest(FIELDS)) return typing;
  return event.target === document.body || main.contains(event.target) || !!event.target.closest("#messages");
}

// A deed is done once, however long its key is held; moving may repeat.
function guarded(deed, { repeats = false, typing = false, always = false } = {}) {
  return (event) => {
    if (!(isOn() || always) || !listens(event, typing)) return;
    event.preventDefault();
    if (repeats || !event.repeat) deed(event);
  };
}

function deedOf({ press: verbs, within, moves, deed, typing }) {
  if (verbs) return guarded(() => press(verbs.split(" "), within, moves !== undefined), { typing: typing !== undefined });
  const repeats = deed === "next" || deed === "previous";
  return guarded(DEEDS[deed], { repeats, typing: typing !== undefined, always: deed === "help" });
}

// Signs may need Shift on one keyboard and not on another.
const spellings = (keys) => (/^[^\w\s]$/.test(keys) ? [keys, `Shift+${keys}`] : [keys]);

const bindings = {
  "([1-9])": guarded((event) => dismiss(Number(event.key))),
  Escape: (event) => event.target.closest("details.menu[open]")?.removeAttribute("open"),
};
for (const { dataset } of help.querySelectorAll("[data-keys]")) {
  for (const spelling of spellings(dataset.keys)) bindings[spelling] = deedOf(dataset);
}
tinykeys(window, bindings);

const box = document.getElementById("keys-on");
box.checked = isOn();
box.addEventListener("change", () => localStorage.setItem(SWITCH, box.checked ? "on" : "off"));
for (const button of document.querySelectorAll("[data-keys-help]")) {
  button.hidden = false;
  button.addEventListener("click", () => help.showModal());
}
