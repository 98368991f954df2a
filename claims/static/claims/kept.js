// Keeps what one types into a form with a field "keeps", so that neither a crash, a logout,
// another tab nor another form of the page loses it. Saving the form lets go of what was kept.
// Forms may come and go: one is looked after from the first character that is typed into it.

const WAIT = 700;
const MOST_FROM_A_CLOSING_PAGE = 60000; // as much as browsers send from one
const keepers = new Map();
let leaving = false;

function keeper(form) {
  const { keeps } = form.elements;
  const note = document.createElement("output");
  let timer = null;
  let sending = Promise.resolve();
  let inFlight = 0;
  note.className = "count";
  const here = {
    form,
    lost: false,
    isWaiting: () => timer !== null,
    isSending: () => inFlight > 0,
    later() {
      clearTimeout(timer);
      timer = setTimeout(here.now, WAIT);
    },
    forgo() {
      clearTimeout(timer);
      timer = null;
      return sending;
    },
    // One after the other: each answer carries the token that the next one needs.
    now() {
      here.forgo();
      inFlight += 1;
      sending = sending.then(send).finally(() => (inFlight -= 1));
      return sending;
    },
  };

  async function send() {
    const typed = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
    try {
      const answer = await fetch(keeps.dataset.keep, {
        method: "POST",
        body: typed,
        headers: { Accept: "application/json" },
        redirect: "error",
        keepalive: typed.toString().length < MOST_FROM_A_CLOSING_PAGE,
      });
      if (!answer.ok) throw new Error(String(answer.status));
      const { token, at } = await answer.json();
      form.elements.kept.value = token;
      here.lost = false;
      tell(`${keeps.dataset.kept} ${at}`);
    } catch {
      here.lost = true;
      tell(keeps.dataset.lost);
    }
    note.classList.toggle("over", here.lost);
  }

  function tell(words) {
    if (!note.isConnected) form.append(note);
    note.textContent = words;
  }

  return here;
}

function standing() {
  for (const form of keepers.keys()) if (!form.isConnected) keepers.delete(form);
  return [...keepers.values()];
}

// Fields may stand elsewhere on the page and belong to a form all the same.
document.addEventListener("input", ({ target: { form } }) => {
  if (!form?.elements.keeps) return;
  if (!keepers.has(form)) keepers.set(form, keeper(form));
  keepers.get(form).later();
});

// Whatever is sent, the texts of the other forms are kept first. What is sent itself has no need,
// but its last token must have come: saving lets go of exactly that. Heard before htmx is.
document.addEventListener(
  "submit",
  async (event) => {
    const { target, submitter } = event;
    const own = keepers.get(target);
    const others = standing().filter((one) => one !== own && one.isWaiting());
    own?.forgo();
    if (leaving || !(others.length || own?.isSending())) return;
    event.preventDefault();
    event.stopPropagation();
    await Promise.all([own?.forgo(), ...others.map((one) => one.now())]);
    leaving = true;
    target.requestSubmit(submitter);
    leaving = false;
  },
  true,
);

addEventListener("pagehide", () => {
  for (const one of standing()) if (one.isWaiting()) one.now();
});

// Asked only while the desk does not have it yet; it is sent at once all the same.
addEventListener("beforeunload", (event) => {
  if (leaving) return;
  const pending = standing().filter((one) => one.lost || one.isWaiting() || one.isSending());
  for (const one of pending) if (one.isWaiting()) one.now();
  if (pending.length) event.preventDefault();
});
