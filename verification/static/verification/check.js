// Comforts of the claim page that plain forms do without: the characters of a wording counted
// while one types, focus in the first field of a form that one opens, and what is chosen of
// two texts put into its field at once.

function tell(field) {
  const limit = Number(field.dataset.count);
  const length = [...field.value.trim()].length;
  const count = field.nextElementSibling?.matches("output.count") ? field.nextElementSibling : addCount(field);
  count.textContent = `${length} / ${limit}`;
  count.classList.toggle("over", length > limit);
}

function addCount(field) {
  const count = document.createElement("output");
  count.className = "count";
  count.htmlFor.add(field.id);
  field.after(count);
  return count;
}

const tellAll = () => document.querySelectorAll("textarea[data-count]").forEach(tell);
document.addEventListener("input", ({ target }) => target.matches("textarea[data-count]") && tell(target));
document.addEventListener("htmx:afterSettle", tellAll);
tellAll();

document.addEventListener("change", ({ target }) => {
  const conflict = target.closest("[data-conflict]");
  if (!conflict) return;
  const field = target.form.elements[conflict.dataset.conflict];
  if (target.value === "theirs") conflict.dataset.mine = field.value;
  field.value = conflict.dataset[target.value];
});

// Whoever edits the field itself keeps what they type.
document.addEventListener("input", ({ target }) => {
  const conflict = target.form?.querySelector(`[data-conflict="${CSS.escape(target.name)}"]`);
  if (conflict) conflict.querySelector("[value='mine']").checked = true;
});

// What a key or a click has opened begins with its first field, unless it says something first.
document.addEventListener(
  "toggle",
  ({ target }) => {
    const isAsked = target.open && target.dataset.verb && target.contains(document.activeElement);
    if (!isAsked || target.querySelector(".errors, .note")) return;
    target.querySelector("select, textarea, input:not([type='hidden'])")?.focus();
  },
  true,
);
