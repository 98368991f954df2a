"""Mending by mouse and key: a span, a missed claim, in any script and direction."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from claims.models import Claim, Mention, User
from tests.browser import steps
from tests.making import make_article, make_claim

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# An emoji of two UTF-16 units and a letter of two code points stand before what is marked.
SHEEP = (
    "\U0001f411 Cafe\u0301 news: Vell has 300 sheep, 40 million litres. "
    "\U0001f411 And Harl has 12 goats."
)
HEBREW = "הסכר בהרל מכיל 40 מיליון ליטר, אמרה עדה."
SELECT = """([words]) => {
  const walker = document.createTreeWalker(document.querySelector(".text"), NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest(".margin")) nodes.push(walker.currentNode);
  }
  const text = nodes.map((node) => node.textContent).join("");
  const place = (at) => {
    for (const node of nodes) {
      if (at <= node.length) return [node, at];
      at -= node.length;
    }
  };
  const start = text.indexOf(words);
  getSelection().setBaseAndExtent(...place(start), ...place(start + words.length));
}"""


def test_a_span_is_moved_by_keys_and_a_missed_claim_marked(
    page: Page, checker: User, errors: list[str]
) -> None:
    article = make_article(SHEEP)
    claim = make_claim(article, "Vell has 300 sheep, 40 million litres", speaker="")
    other = make_article(HEBREW, language="he")
    hebrew = make_claim(other, "בהרל מכיל 40 מיליון", figure="", speaker="עדה")
    steps.log_in(page, checker.username)

    page.goto(claim.get_absolute_url())
    page.keyboard.press("e")
    for key in ("Shift+ArrowRight", "ArrowLeft", "ArrowRight"):
        page.keyboard.press(key)
    expect(page.locator(".span-form mark")).to_have_text("has 300 sheep, 40 million litres")
    page.keyboard.press("Escape")
    expect(page.locator(".span-form mark")).to_have_text("Vell has 300 sheep, 40 million litres")
    page.keyboard.press("e")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(steps.message(page)).to_contain_text("Corrected")
    assert Mention.objects.get(claim=claim).text == "has 300 sheep, 40 million litres."
    steps.undo_by_key(page)
    assert Mention.objects.get(claim=claim).text == "Vell has 300 sheep, 40 million litres"

    # What is read from right to left is moved on by the arrow to the left.
    page.goto(hebrew.get_absolute_url())
    page.keyboard.press("e")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    expect(steps.message(page)).to_contain_text("Corrected")
    assert Mention.objects.get(claim=hebrew).text == "בהרל מכיל 40 מיליון ליטר"

    page.goto(article.get_absolute_url())
    page.evaluate(SELECT, ["Harl has 12 goats"])
    page.keyboard.press("n")
    expect(steps.message(page)).to_contain_text("Marked")
    marked = Mention.objects.get(marked_by=checker)
    assert marked.text == "Harl has 12 goats"
    assert Claim.objects.get(pk=marked.claim_id).state == "new"
    for address in (f"/mentions/{marked.pk}/", f"/articles/{article.pk}/mark/"):
        assert steps.flaws(page, address) == []
