// The cursor of a list of claims: focus, which stands on a claim's link ([data-stop]).

const ARRIVE = "claimdesk.arrive";

// The card of an article that a colleague reads just now is passed over; Tab and the mouse reach it.
const isFree = (stop) => !stop.closest(".card")?.querySelector("[data-reader]");
export const stops = () => [...document.querySelectorAll("[data-stop]")].filter(isFree);

// The claim that keys work on: the one with focus, the one whose text is shown beside the list
// while one reads there, or the page's only one.
export function here() {
  const focused = document.activeElement;
  const read = focused.closest("[data-reading]")?.dataset.reading;
  return (
    focused.closest("[data-claim]") ??
    (read ? document.querySelector(`[data-claim="${read}"]`) : document.querySelector("[data-sole]"))
  );
}

export function go(place) {
  place.focus({ preventScroll: true });
  (place.closest("[data-claim]") ?? place).scrollIntoView({ block: "nearest" });
}

const follows = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;

// The first stop after an element, or what else can hold focus if there is none.
export function nextBeyond(scope) {
  const next = stops().find((stop) => !scope.contains(stop) && follows(scope, stop));
  return next ?? (scope.hasAttribute("tabindex") ? scope : null);
}

// Past the end of a page comes the next page, and before its beginning the one before.
export function move(step) {
  const all = stops();
  const focused = document.activeElement;
  const claim = here();
  let target = all[0];
  if (claim) target = all[all.findIndex((stop) => claim.contains(stop)) + step];
  else if (focused !== document.body && step > 0) target = all.find((stop) => follows(focused, stop));
  else if (focused !== document.body) target = all.findLast((stop) => follows(stop, focused));
  if (target) go(target);
  else turn(step);
}

export function turn(step) {
  const link = document.querySelector(`.pages [rel="${step > 0 ? "next" : "prev"}"]`);
  if (!link) return false;
  sessionStorage.setItem(ARRIVE, step > 0 ? "0" : "-1");
  leave(link);
  return true;
}

// Deeds go one after the other (hx-sync): none that still waits may be left behind.
export function leave(link) {
  if (document.querySelector(".htmx-request")) setTimeout(leave, 30, link);
  else link.click();
}

const arrived = sessionStorage.getItem(ARRIVE);
sessionStorage.removeItem(ARRIVE);
if (arrived) {
  const stop = stops().at(Number(arrived));
  if (stop) go(stop);
}
