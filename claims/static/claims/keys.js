// Triage by keys. Navigating never decides; a key does what the visible button does.

import { tinykeys } from "../vendor/tinykeys@3.1.0/tinykeys.js";

const SWITCH = "claimdesk.keys";
const FIELDS = "input, textarea, select, [contenteditable]";

const help = document.getElementById("keys-help");
const isOn = () => localStorage.getItem(SWITCH) !== "off";
// An article that a colleague reads just now is passed over; Tab and the mouse reach it.
const stops = () =>
  [...document.querySelectorAll("[data-stop]")].filter((stop) => !stop.closest(".card")?.querySelector("[data-reader]"));
const here = () => document.activeElement.closest("[data-claim]") ?? document.querySelector("[data-sole]");

function goTo(stop) {
  stop?.focus({ preventScroll: true });
  stop?.closest("[data-claim]").scrollIntoView({ block: "nearest" });
}

function move(step) {
  const all = stops();
  const current = all.indexOf(document.activeElement.closest("[data-claim]")?.querySelector("[data-stop]"));
  goTo(current < 0 ? all[0] : all[current + step]);
}

function decide(verb) {
  const button = here()?.querySelector(`button[data-verb="${verb}"]`);
  if (!button) return;
  button.click();
  move(1);
}

function askWhy() {
  const menu = here()?.querySelector('details[data-verb="dismiss"]');
  if (!menu) return;
  menu.open = true;
  menu.querySelector("summary").focus();
}

function dismiss(digit) {
  const reason = here()?.querySelectorAll("details[open] button")[digit - 1];
  if (!reason) return;
  reason.click();
  move(1);
}

function setRestAside() {
  const article = document.activeElement.closest("[data-article]");
  const button = article?.querySelector('[data-verb="set-rest-aside"]');
  if (!button) return;
  const next = stops().find(
    (stop) => !article.contains(stop) && article.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  button.click();
  goTo(next);
}

function undo() {
  const offered = document.querySelector('#messages [data-verb="undo"]');
  if (offered) offered.click();
  else document.getElementById("undo-last").requestSubmit();
}

function search() {
  const field = document.querySelector('[name="q"]');
  if (field) field.focus();
  else location.assign(document.querySelector(".masthead nav a").href);
}

// Deeds are done once, however long the key is held; J and K may repeat.
const once = (deed) => guarded((event) => event.repeat || deed(event));

function guarded(deed) {
  return (event) => {
    if (!isOn() || help.open || event.target.closest(FIELDS)) return;
    event.preventDefault();
    deed(event);
  };
}

tinykeys(window, {
  J: guarded(() => move(1)),
  K: guarded(() => move(-1)),
  S: guarded(() => move(1)),
  A: once(() => decide("pick")),
  X: once(() => decide("set-aside")),
  "Shift+X": once(askWhy),
  "Shift+A": once(setRestAside),
  Z: once(undo),
  "([1-5])": once((event) => dismiss(Number(event.key))),
  "/": once(search),
  "Shift+/": once(search),
  Escape: (event) => event.target.closest("details[open]")?.removeAttribute("open"),
});

// The help opens when the keys are off too, for that is where they are switched on.
tinykeys(window, {
  "Shift+?": (event) => !event.target.closest(FIELDS) && help.showModal(),
  "?": (event) => !event.target.closest(FIELDS) && help.showModal(),
});

const box = document.getElementById("keys-on");
box.checked = isOn();
box.addEventListener("change", () => localStorage.setItem(SWITCH, box.checked ? "on" : "off"));
for (const button of document.querySelectorAll("[data-keys-help]")) {
  button.hidden = false;
  button.addEventListener("click", () => help.showModal());
}
