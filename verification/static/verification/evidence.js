// Evidence in twenty seconds: a pasted URL, a dropped file or a pasted screenshot tells what
// the source is, only the fields of its kind are shown, and figures are put in by a click.

const forms = () => [...document.querySelectorAll("form:has([data-origin])")];
const endingOf = (name) => /\.([a-z0-9]+)$/i.exec(name)?.[1].toLowerCase();

function pathOf(url) {
  return URL.canParse(url) ? new URL(url).pathname : "";
}

function guess({ kind, url, file }) {
  const kinds = JSON.parse(kind.dataset.kinds);
  const name = file.files[0]?.name ?? "";
  return kinds[endingOf(name)] ?? kinds[endingOf(pathOf(url.value))] ?? (url.value ? kind.dataset.page : kind.dataset.typed);
}

// A known source needs no description, and another kind than a dataset no series.
function arrange(form) {
  const { kind, source } = form.elements;
  if (!kind) return;
  kind.value ||= guess(form.elements);
  const described = source.value || form.elements.url.value || form.elements.file.files.length;
  form.elements.title.required = !described; // else the server finds one
  form.querySelector("[data-new-source]").hidden = source.value !== "";
  form.elements.url.closest("div").hidden = source.value !== "";
  for (const part of form.querySelectorAll("[data-of-kind]")) part.hidden = part.dataset.ofKind !== kind.value;
}

document.addEventListener("input", ({ target }) => {
  const form = target.form;
  if (!form?.querySelector("[data-origin]")) return;
  const { kind, url, fetch } = form.elements;
  if (target === kind) kind.dataset.chosen = "by hand";
  if (kind && !kind.dataset.chosen && target.closest("[data-origin]")) kind.value = guess(form.elements);
  if (url && target === url) fetch.checked = URL.canParse(url.value);
  arrange(form);
});

function choose(form, file) {
  const chooser = form.querySelector("input[type='file']");
  const files = new DataTransfer();
  files.items.add(file);
  chooser.files = files.files;
  chooser.dispatchEvent(new Event("input", { bubbles: true }));
}

document.addEventListener("paste", (event) => {
  const form = event.target.closest("form:has(input[type='file'])");
  const image = [...event.clipboardData.files].find((file) => file.type.startsWith("image/"));
  if (!image || !form) return;
  choose(form, image);
  event.preventDefault();
});

document.addEventListener("dragover", (event) => {
  if (event.target.closest("form:has([data-origin])")) event.preventDefault();
});

document.addEventListener("drop", (event) => {
  const form = event.target.closest("form:has([data-origin])");
  const file = event.dataTransfer.files[0];
  if (!form || !file) return;
  event.preventDefault();
  choose(form, file);
});

document.addEventListener("click", ({ target }) => {
  const figure = target.closest("[data-figure]");
  const form = figure?.closest("details").querySelector("form");
  if (!form) return;
  const free = [...form.querySelectorAll("[name^='value_']")].find((field) => !field.value);
  if (!free) return;
  free.value = figure.dataset.figure;
  form.elements[free.name.replace("value", "label")].value ||= figure.dataset.label;
  free.dispatchEvent(new Event("input", { bubbles: true }));
});

function arrangeAll() {
  for (const form of forms()) arrange(form);
  for (const figures of document.querySelectorAll("[data-figures]")) figures.hidden = !figures.querySelector("button");
}

document.addEventListener("htmx:afterSettle", arrangeAll);
arrangeAll();
