// Says that one reads the article of this page: on coming, while one is at it, and on leaving.

const RENEW = 3 * 60 * 1000;
const form = document.querySelector("form[data-reads]");
let said = 0;

function say(leaves) {
  const words = new FormData(form);
  if (leaves) words.set("leave", "1");
  said = leaves ? 0 : Date.now();
  // Lost, it is said again by the next key or click: nobody is kept from anything meanwhile.
  fetch(form.action, { method: "POST", body: words, redirect: "manual", keepalive: true }).catch(() => {});
}

function goOn() {
  if (document.visibilityState === "visible" && Date.now() - said > RENEW) say(false);
}

if (form) {
  form.hidden = true;
  // A page that is fetched ahead of a visit is read by nobody yet.
  if (document.prerendering) document.addEventListener("prerenderingchange", goOn, { once: true });
  else goOn();
  for (const deed of ["keydown", "pointerdown", "scroll", "visibilitychange"]) {
    document.addEventListener(deed, goOn, { passive: true });
  }
  addEventListener("pageshow", ({ persisted }) => persisted && goOn());
  addEventListener("pagehide", () => say(true));
}
