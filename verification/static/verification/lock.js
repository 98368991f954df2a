// Takes the claim's lock with the first character that is typed into a form which edits it,
// renews it while one types, and lets go of it as one leaves.

const TAB = "claimdesk.tab";
const HEADER = "Claimdesk-Tab";
const page = document.querySelector("[data-lock]");
const tab = sessionStorage.getItem(TAB) ?? page.dataset.lock;
const renewAfter = (Number(page.dataset.lockMinutes) * 60000) / 3;
let asked = -Infinity;
let isHeld = false;

sessionStorage.setItem(TAB, tab);
for (const field of document.querySelectorAll("input[name='lock']")) field.value = tab;
document.querySelector(`[data-held-by="${CSS.escape(tab)}"]`)?.remove(); // this very tab, loaded anew

const csrf = () => document.querySelector("input[name='csrfmiddlewaretoken']").value;

async function hold() {
  if (performance.now() - asked < renewAfter) return;
  asked = performance.now();
  const headers = { "X-CSRFToken": csrf(), [HEADER]: tab };
  const answer = await fetch(page.dataset.lockAddress, { method: "POST", headers, redirect: "error" }).catch(() => null);
  isHeld = answer?.ok ?? false;
  if (answer?.status === 409) {
    htmx.ajax("GET", location.pathname, { source: page, target: page, swap: "morph" }); // says who has it
  }
}

document.addEventListener("input", ({ target }) => {
  if (target.form?.elements.lock) hold();
});

document.addEventListener("htmx:configRequest", ({ detail }) => {
  detail.headers[HEADER] = tab;
});

// A save lets go of the lock: the next character takes it again.
document.addEventListener("htmx:afterSwap", ({ detail }) => {
  if (detail.requestConfig.verb === "post") asked = -Infinity;
});

addEventListener("pagehide", () => {
  if (!isHeld) return;
  const leaving = new FormData();
  leaving.append("csrfmiddlewaretoken", csrf());
  leaving.append("lock", tab);
  navigator.sendBeacon(page.dataset.unlockAddress, leaving);
});
