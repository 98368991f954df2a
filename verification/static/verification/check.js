// Two comforts of the claim page that plain forms do without: the characters of a wording
// counted while one types, and a screenshot pasted in place of a chosen file.

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

document.addEventListener("paste", (event) => {
  const form = event.target.closest("form[enctype='multipart/form-data']");
  const images = [...event.clipboardData.files].filter((file) => file.type.startsWith("image/"));
  const chooser = form?.querySelector("input[type='file']");
  if (!images.length || !chooser) return;
  const files = new DataTransfer();
  files.items.add(images[0]);
  chooser.files = files.files;
  event.preventDefault();
});
