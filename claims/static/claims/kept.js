// Keeps what one types into a form with a field "keeps", so that neither a crash, a logout,
// another tab nor another form of the page loses it. Saving the form lets go of what was kept.

const WAIT = 700;
const forms = [...document.querySelectorAll("form")].filter((form) => form.elements.keeps).map(keeper);
let leaving = false;

function keeper(form) {
  const { keeps, kept } = form.elements;
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
        keepalive: typed.toString().length < 60000, // as much as browsers send from a page that closes
      });
      if (!answer.ok) throw new Error(String(answer.status));
      const { token, at } = await answer.json();
      kept.value = token;
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

  form.addEventListener("input", here.later);
  return here;
}

// Fields may stand elsewhere on the page and belong to a form all the same.
document.addEventListener("input", ({ target }) => {
  if (target.form && !target.form.contains(target)) forms.find(({ form }) => form === target.form)?.later();
});

// Whatever is sent, the texts of the other forms are kept first. What is sent itself has no need,
// but its last token must have come: saving lets go of exactly that.
document.addEventListener("submit", async (event) => {
  const { target, submitter } = event;
  const own = forms.find(({ form }) => form === target);
  const others = forms.filter((one) => one !== own && one.isWaiting());
  own?.forgo();
  if (leaving || event.defaultPrevented || !(others.length || own?.isSending())) return;
  event.preventDefault();
  await Promise.all([own?.forgo(), ...others.map((one) => one.now())]);
  leaving = true;
  target.requestSubmit(submitter);
  leaving = false;
});

addEventListener("pagehide", () => {
  for (const one of forms) if (one.isWaiting()) one.now();
});

addEventListener("beforeunload", (event) => {
  if (!leaving && forms.some((one) => one.lost)) event.preventDefault();
});
