// Two comforts of the claim page that plain forms do without: the characters of a wording
// counted while one types, and a screenshot pasted in place of a chosen file.

for (const field of document.querySelectorAll("textarea[data-count]")) {
  const limit = Number(field.dataset.count);
  const count = document.createElement("output");
  count.className = "count";
  count.htmlFor.add(field.id);
  field.after(count);
  const tell = () => {
    const length = [...field.value.trim()].length;
    count.textContent = `${length} / ${limit}`;
    count.classList.toggle("over", length > limit);
  };
  field.addEventListener("input", tell);
  tell();
}

for (const form of document.querySelectorAll("form[enctype='multipart/form-data']")) {
  form.addEventListener("paste", (event) => {
    const images = [...event.clipboardData.files].filter((file) => file.type.startsWith("image/"));
    const chooser = form.querySelector("input[type='file']");
    if (!images.length || !chooser) return;
    const files = new DataTransfer();
    files.items.add(images[0]);
    chooser.files = files.files;
    event.preventDefault();
  });
}
