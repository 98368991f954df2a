// A form that htmx sends inside [data-swaps] changes that page in place: what differs is morphed,
// the rest stays with its scroll and focus, and so does every other form that is typed into.

import { Idiomorph } from "../vendor/idiomorph@0.8.0/idiomorph.js";

const REFUSED = new Set([409, 422]); // the page comes back, with the reasons on the form
const typed = new WeakMap(); // form → fields that were typed into and not sent
const waiting = new Set(); // forms that were sent and not answered
const sendings = new WeakMap(); // request → the form it sends: one may begin while another settles
let sent = null; // of the answer that is being swapped

document.addEventListener("input", ({ target }) => {
  if (!target.form) return;
  if (!typed.has(target.form)) typed.set(target.form, new Set());
  typed.get(target.form).add(target);
});

const stays = (node) => (node instanceof HTMLFormElement ? node !== sent?.form && typed.has(node) : isTypedAnew(node));
const isTypedAnew = (node) => sent && typed.get(sent.form)?.has(node);
const holds = (node) => node.nodeType === Node.ELEMENT_NODE && [...node.querySelectorAll("form")].some(stays);

const callbacks = {
  beforeNodeMorphed: (old) => !stays(old),
  beforeNodeRemoved: (old) => !stays(old) && !holds(old),
  // What somebody has opened stays open, but for the form that is done with.
  beforeAttributeUpdated: (name, node, what) =>
    name !== "open" || what !== "remove" || (!sent?.refused && node.contains(sent?.form)),
};

htmx.defineExtension("morph", {
  isInlineSwap: (style) => style === "morph",
  handleSwap: (style, target, fragment) =>
    style === "morph" && Idiomorph.morph(target, fragment.children, { morphStyle: "outerHTML", callbacks }),
});

// A second click on what is under way does nothing. Heard before htmx is, after kept.js.
document.addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    if (event.defaultPrevented || !form.matches("[data-swaps] form[hx-post]")) return;
    if (waiting.has(form)) {
      event.preventDefault();
      event.stopPropagation();
    }
    waiting.add(form);
  },
  true,
);
for (const end of ["htmx:afterRequest", "htmx:validation:halted"]) {
  document.addEventListener(end, ({ detail }) => waiting.delete(detail.elt));
}

document.addEventListener("htmx:beforeRequest", ({ target, detail }) => {
  if (!detail.target?.matches("[data-swaps]")) return;
  const form = target.closest("form");
  const region = target.closest("section[id], details[id]")?.id;
  sendings.set(detail.xhr, { form, region, submitter: detail.requestConfig.triggeringEvent?.submitter });
  if (form) typed.delete(form);
});

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  // A refusal may be told in a part of the page: the answer names it.
  if (!detail.target.closest("[data-swaps]")) return;
  const { status, responseURL } = detail.xhr;
  sent = sendings.get(detail.xhr);
  sent.refused = REFUSED.has(status);
  if (sent.refused) {
    detail.shouldSwap = true;
    detail.isError = false;
  } else if (status >= 400 && status < 500 && sent.form) {
    detail.shouldSwap = false;
    sendPlainly(); // logged out, or not allowed: the answer is a page of its own
  } else if (![location.pathname, detail.requestConfig.path].includes(new URL(responseURL).pathname)) {
    detail.shouldSwap = false;
  } else if (status === 200 && sent.form) {
    for (const chooser of sent.form.querySelectorAll("input[type='file']")) chooser.value = "";
  }
});

// A form without script: what was refused without a deed is asked once more, as a page.
function sendPlainly() {
  const { form, submitter } = sent;
  if (submitter?.name) {
    const pressed = document.createElement("input");
    Object.assign(pressed, { type: "hidden", name: submitter.name, value: submitter.value });
    form.append(pressed);
  }
  if (submitter?.hasAttribute("formaction")) form.action = submitter.formAction;
  form.submit();
}

document.addEventListener("htmx:afterSettle", ({ detail }) => {
  const done = sendings.get(detail.xhr);
  if (!done?.form) return;
  const { form, region, refused } = done;
  const reasons = refused && document.getElementById(form.getAttribute("id"))?.querySelector(".errors");
  if (reasons) {
    reasons.focus();
  } else if (!document.activeElement.checkVisibility() || document.activeElement === document.body) {
    const closed = form.isConnected && form.closest("details:not([open])")?.querySelector("summary");
    (closed || placeOf(region)).focus({ preventScroll: true });
  }
});

function placeOf(region) {
  const place = document.getElementById(region) ?? document.querySelector("[data-swaps]");
  place?.setAttribute("tabindex", "-1");
  return place;
}
