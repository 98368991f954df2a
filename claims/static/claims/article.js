// On an article's page the text follows the claim under the cursor, and marks it strongly.

const text = document.querySelector(".reading .text");
const isBeside = matchMedia("(min-width: 60rem)");

document.querySelector(".claim-list")?.addEventListener("focusin", ({ target }) => {
  const number = target.closest("li")?.id.slice(1);
  for (const piece of text.querySelectorAll(".selected")) piece.classList.remove("selected");
  const pieces = text.querySelectorAll(`[data-of~="${number}"]`);
  for (const piece of pieces) piece.classList.add("selected");
  if (isBeside.matches) pieces[0]?.scrollIntoView({ block: "nearest" });
});
