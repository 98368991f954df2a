// Where focus goes and what a person hears after htmx has swapped what a deed changed.

import { say } from "./saying.js";

const messages = document.getElementById("messages");
let places = [];

function showCloseButtons() {
  for (const button of messages.querySelectorAll("[data-close-message]")) button.hidden = false;
}

messages.addEventListener("click", (event) => {
  event.target.closest("[data-close-message]")?.closest(".message").remove();
});

// Remember the place by name, because the element itself will be another one.
document.addEventListener("htmx:beforeRequest", ({ target }) => {
  const claim = target.closest("[data-claim]")?.dataset.claim;
  const article = target.closest("[data-article]")?.dataset.article;
  places = [];
  if (claim) places.push(`[data-claim="${claim}"] [data-stop]`);
  if (article) places.push(`[data-article="${article}"] [data-stop]`, `[data-article="${article}"]`);
});

// What an undo brings back lies elsewhere than its button: with the message, or in a finished card.
document.addEventListener("htmx:oobAfterSwap", ({ detail }) => {
  const { claim, article } = detail.elt?.dataset ?? {};
  if (claim) places.push(`[data-claim="${claim}"] [data-stop]`);
  if (article) places.push(`[data-article="${article}"] [data-stop]`, `[data-article="${article}"]`);
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
  if (document.activeElement !== document.body || !places.length) return;
  const place = places.map((name) => document.querySelector(name)).find(Boolean);
  (place ?? document.getElementById("main")).focus({ preventScroll: true });
});

// A menu of reasons closes when something else is done.
document.addEventListener("click", ({ target }) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(target)) menu.open = false;
  }
});

showCloseButtons();
