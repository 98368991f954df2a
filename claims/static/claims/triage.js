// Where focus goes and what a person hears after htmx has swapped what a deed changed.

import { say } from "./saying.js";

const messages = document.getElementById("messages");
let places = [];
let lost = false;

function showCloseButtons() {
  for (const button of messages.querySelectorAll("[data-close-message]")) button.hidden = false;
}

messages.addEventListener("click", (event) => {
  event.target.closest("[data-close-message]")?.closest(".message").remove();
});

const namesOf = ({ claim, article }) => [
  ...(claim && article ? [`[data-article="${article}"] [data-claim="${claim}"] [data-stop]`] : []),
  ...(claim ? [`[data-claim="${claim}"] [data-stop]`] : []),
  ...(article ? [`[data-article="${article}"] [data-stop]`, `[data-article="${article}"]`] : []),
];

document.addEventListener("htmx:beforeRequest", () => {
  places = [];
  lost = false;
});

// Only focus that stands in what is replaced is given a place again, by name, because the element
// itself will be another one; who has gone on meanwhile stays where they are.
document.addEventListener("htmx:oobBeforeSwap", ({ detail }) => {
  const focused = document.activeElement;
  if (focused === document.body || !detail.target.contains(focused)) return;
  lost = true;
  const claim = focused.closest("[data-claim]")?.dataset.claim;
  const article = focused.closest("[data-article]")?.dataset.article;
  places.unshift(...namesOf({ claim, article }));
});

// What an undo brings back lies elsewhere than its button: with the message, or in a finished card.
document.addEventListener("htmx:oobAfterSwap", ({ detail }) => {
  places.push(...namesOf(detail.elt?.dataset ?? {}));
});

document.addEventListener("htmx:afterRequest", ({ detail }) => {
  showCloseButtons();
  if (detail.xhr.responseURL && new URL(detail.xhr.responseURL).pathname.startsWith("/accounts/")) {
    location.reload(); // logged out meanwhile: the page asks to log in and comes back here
  } else if (detail.failed) {
    say(messages.dataset.failed);
  }
});

document.addEventListener("htmx:afterSettle", () => {
  if (document.activeElement !== document.body || !lost) return;
  const place = places.map((name) => document.querySelector(name)).find(Boolean);
  lost = false;
  (place ?? document.getElementById("main")).focus({ preventScroll: true });
});

// A menu of reasons closes when something else is done.
document.addEventListener("click", ({ target }) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(target)) menu.open = false;
  }
});

showCloseButtons();
