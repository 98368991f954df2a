"""The tutorials, walked in a browser: each step that they tell, with their pictures on the way."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page

FOLDER = Path(__file__).parent
DOCS = FOLDER.parent
WIDTH, HEIGHT = 1440, 900
MARGIN = 12  # pixels around what a picture shows
SELECT = """([first, last]) => {
  const paragraph = [...document.querySelectorAll("p")].find(
    (each) => each.textContent.includes(last) && each.querySelector(".date"));
  const spans = [...paragraph.querySelectorAll("span")];
  const range = document.createRange();
  range.setStartBefore(spans.find((each) => each.textContent === first));
  range.setEndAfter(spans.findLast((each) => each.textContent === last));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""
VERDICT = {
    "Headline": "Yes: 90 million euros, after 102 million the year before",
    "Summary": "The budget of Eastmarch bears both figures out.",
    "Reasoning": "Chapter 7 of the budget gives 90 million euros for 2025, 102 million for 2024. "
    "That is 12% less.",
    "What could not be established": "Nothing that bears on the rating is open.",
    "Why we checked this": "The minister says that the money suffices.",
    "Why this is the only relevant source": "It is the budget itself.",
    "What was searched for the other side": "Searched the budgets of both years; none found.",
}


@dataclass(frozen=True)
class Desk:
    """A desk with the demo's data, at an address, and a browser in front of it."""

    browser: Browser
    address: str
    password: str

    def sign_in(self, user: str) -> Page:
        """The first page of this user, in a window of their own."""
        context = self.browser.new_context(
            base_url=self.address,
            viewport={"width": WIDTH, "height": HEIGHT},
            color_scheme="light",
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.goto("/accounts/login/")
        page.get_by_label("Username").fill(user)
        page.get_by_label("Password").fill(self.password)
        page.get_by_role("main").get_by_role("button", name="Log in").click()
        settle(page)
        return page


# --- what a hand does -------------------------------------------------------


def settle(page: Page) -> None:
    """Wait until nothing is on its way any more."""
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)


def press(page: Page, *keys: str) -> None:
    """One key after the other, each when the one before has done its work."""
    for key in keys:
        page.keyboard.press(key)
        settle(page)


def said(page: Page, words: str) -> None:
    """The desk answers with these words."""
    page.locator("#messages").get_by_text(words).first.wait_for()


def button(page: Page, place: Page | Locator, name: str) -> None:
    """Press the first button of that name at that place."""
    place.get_by_role("button", name=name, exact=True).first.click()
    settle(page)


def unfold(page: Page, title: str) -> Locator:
    """Open what is folded under that title."""
    page.locator("main summary:visible", has_text=title).first.click()
    settle(page)
    return page.locator("main details[open]", has_text=title).last


def follow(page: Page, words: str) -> None:
    """Go where the first link with these words leads."""
    page.get_by_role("main").get_by_role("link", name=words).first.click()
    settle(page)


def picture(page: Page, name: str, part: Locator, height: int = 560) -> None:
    """That part of the page, and no more of it than is that high, as NAME.webp."""
    settle(page)
    part.evaluate("part => { part.scrollIntoView(); scrollBy(0, -80); }")  # below the masthead
    page.mouse.move(0, 0)
    box = part.bounding_box()
    assert box, name
    left, top = max(box["x"] - MARGIN, 0), max(box["y"] - MARGIN, 0)
    clip = {
        "x": left,
        "y": top + page.evaluate("scrollY"),
        "width": min(box["x"] + box["width"] + MARGIN, WIDTH) - left,
        "height": min(box["y"] + box["height"] + MARGIN - top, height),
        "scale": 1,
    }
    asked = {"format": "webp", "quality": 82, "clip": clip}
    shot = page.context.new_cdp_session(page).send("Page.captureScreenshot", asked)
    (FOLDER / f"{name}.webp").write_bytes(base64.b64decode(shot["data"]))


# --- docs/tutorial.md -------------------------------------------------------


def fact_checker(desk: Desk) -> None:
    page = desk.sign_in("checker")
    triage(page)
    mark_missed(page)
    merge(page)
    mend(page)
    check(page)
    enter_claim(page)
    watch(page)


def triage(page: Page) -> None:
    page.goto("/queue/")
    press(page, "j")
    picture(page, "checker-queue", page.locator("body"))
    press(page, "a")
    said(page, "Picked")
    press(page, "x")
    said(page, "Set aside")
    press(page, "Shift+X")
    picture(page, "checker-dismiss", page.locator("body"), height=420)
    press(page, "1")
    said(page, "Dismissed")
    press(page, "z")
    said(page, "Undone")
    press(page, "Shift+A")
    said(page, "Set aside 12 claims")
    press(page, "z")


def mark_missed(page: Page) -> None:
    page.goto("/queue/")
    follow(page, "Arvenia's central bank cuts rates")
    page.evaluate(SELECT, ["She", "second quarter of 2026"])
    picture(page, "checker-missed", page.locator("main"), height=440)
    press(page, "n")
    page.get_by_label("Who says it, if that was not found").fill("Livia Sarn")
    button(page, page, "Mark as a claim")
    said(page, "Marked")


def merge(page: Page) -> None:
    page.goto("/queue/?by=claim&q=brought+together+35")
    press(page, "j", "d", "d")
    picture(page, "checker-same", page.locator("main"), height=460)
    press(page, "d")
    said(page, "Merged")


def mend(page: Page) -> None:
    page.goto("/queue/?by=claim&q=640+million")
    press(page, "j", "o")
    wrong = unfold(page, "a year earlier")
    wrong.get_by_label("From").fill("2024-01-01")
    wrong.get_by_label("To").fill("2024-06-30")
    picture(page, "checker-mend", page.locator("#mend"), height=620)
    button(page, wrong, "Correct the days")
    said(page, "Corrected")


def check(page: Page) -> None:
    page.goto("/queue/?by=claim&q=90+million")
    press(page, "j", "c")
    said(page, "yours")
    press(page, "o")
    button(page, page, "Confirm wording")
    said(page, "Wording confirmed")
    for _mention in range(2):
        button(page, page, "Confirm")
        page.wait_for_timeout(1000)
    press(page, "v")
    evidence = page.locator("form", has=page.locator("#evidence_source"))
    file = DOCS / "sample-evidence" / "eastmarch-budget-2025.txt"
    evidence.get_by_label("File or screenshot").set_input_files(file)
    evidence.get_by_label("Title").fill("Budget 2025, chapter 7")
    evidence.get_by_label("Primary source").check()
    evidence.get_by_label("supports").check()
    quote = file.read_text().strip().splitlines()[-1]
    evidence.get_by_label("Quote").fill(quote)
    evidence.get_by_label("Where in it").fill("7.3")
    evidence.get_by_label("Figure", exact=True).fill("90 million euros")
    picture(page, "checker-evidence", evidence, height=700)
    press(page, "Control+Enter")
    said(page, "Evidence added")
    calculate(page)
    page.get_by_label("Mostly true").check()
    for label, text in VERDICT.items():
        page.get_by_label(label, exact=True).fill(text)
    picture(page, "checker-verdict", page.locator("#verdict"), height=620)
    button(page, page, "Save and submit")
    said(page, "Submitted")


def calculate(page: Page) -> None:
    place = unfold(page, "Calculate")
    place.get_by_label("Kind").select_option(label="change in percent")
    place.get_by_label("Figure 1 is").fill("2024")
    place.get_by_label("Figure 1", exact=True).fill("102 million euros")
    place.get_by_role("button", name="Budget 2025").click()
    picture(page, "checker-calculation", place, height=460)
    button(page, place, "Calculate")
    said(page, "Calculated")


def enter_claim(page: Page) -> None:
    page.goto("/claims/new/")
    said_on_air = "Farmers got 14 million euros for the flood, more than ever before."
    page.get_by_label("What was said or written").fill(said_on_air)
    page.get_by_label("Who said it").fill("Joren Bask")
    page.get_by_label("Where", exact=True).fill("Radio Tamber")
    page.get_by_label("When").fill("2025-09-09")
    picture(page, "checker-new", page.locator("main"), height=620)
    button(page, page, "Find its claims")
    page.get_by_role("heading", name="1 claim").wait_for(timeout=60_000)


def watch(page: Page) -> None:
    page.goto("/watches/")
    page.get_by_label("Look out for a").select_option("word")
    page.get_by_label("Name, word or measure").fill("flood relief")
    page.get_by_label("Why").fill("the budget is voted on in October")
    button(page, page, "Look out for it")
    page.get_by_text("What the desk looks out for").wait_for()


# --- docs/tutorial-editor.md ------------------------------------------------


def editor(desk: Desk) -> None:
    page = desk.sign_in("editor")
    picture(page, "editor-home", page.locator("body"))
    ask_for_changes(page)
    answer(desk.sign_in("checker"))
    sign(page)
    publish(page)
    restore(desk.sign_in("editor2"))
    assign(page)
    save_filter(page)
    read_numbers(page)


def open_waiting(page: Page) -> None:
    page.goto("/signoff/")
    follow(page, "puts the number at 26")


def ask_for_changes(page: Page) -> None:
    open_waiting(page)
    picture(page, "editor-signoff", page.locator("main"), height=800)
    button(page, page, "Sign off exactly this")
    page.get_by_text("Not done:").wait_for()
    picture(page, "editor-refused", page.locator("form", has_text="Not done:"), height=460)
    asking = unfold(page, "Request changes")
    asking.get_by_label("Comment").fill("Say in the headline that Macron gave the number.")
    button(page, asking, "Request changes")
    said(page, "Sent back")


def answer(page: Page) -> None:
    page.get_by_role("main").get_by_role("link", name="puts the number at 26").last.click()
    settle(page)
    headline = "26 nations, says Macron, and the joint statement lists them"
    page.get_by_label("Headline", exact=True).fill(headline)
    picture(page, "editor-came-back", page.locator("#check"), height=560)
    button(page, page, "Save and submit")
    said(page, "Submitted")


def sign(page: Page) -> None:
    open_waiting(page)
    page.get_by_label("Seen in its source").check()
    button(page, page, "Sign off exactly this")
    said(page, "Signed off")


def publish(page: Page) -> None:
    page.goto("/queue/?by=claim&state=checked&q=26+nations")
    press(page, "j", "o")
    button(page, page, "Publish")
    page.get_by_text("ClaimReview to copy").wait_for()
    picture(page, "editor-published", page.locator("#publication"), height=460)
    off = unfold(page, "Unpublish")
    off.get_by_label("Reason").fill("Two of the nations say that they did not sign.")
    button(page, off, "Take it off the page")
    settle(page)


def restore(page: Page) -> None:
    page.goto("/signoff/")
    follow(page, "puts the number at 26")
    button(page, page, "Restore")
    settle(page)


def assign(page: Page) -> None:
    page.goto("/queue/?by=claim&q=tamber")
    place = unfold(page, "Assign several")
    for box in page.locator("input[form=assign-several]:visible").all()[:3]:
        box.check()
    place.get_by_label("To", exact=True).select_option(label="checker2")
    place.get_by_label("Due").fill("2030-09-05")
    place.get_by_label("Message").fill("For the anniversary.")
    picture(page, "editor-assign", page.locator("body"), height=620)
    button(page, place, "Assign")
    said(page, "ssigned")


def save_filter(page: Page) -> None:
    page.goto("/queue/?by=claim&state=checking&kind=numeric")
    place = unfold(page, "Save as a tab")
    place.get_by_label("Name").fill("Figures in hand")
    button(page, place, "Save")
    page.get_by_role("link", name="Figures in hand").first.wait_for()


def read_numbers(page: Page) -> None:
    page.goto("/dashboard/")
    picture(page, "editor-dashboard", page.locator("main"), height=700)


# --- docs/tutorial-administrator.md -----------------------------------------


def administrator(desk: Desk) -> None:
    page = desk.sign_in("admin")
    import_batch(page)
    page.goto("/")
    picture(page, "administrator-home", page.locator("body"), height=480)
    add_user(page)


def import_batch(page: Page) -> None:
    page.goto("/batches/")
    place = unfold(page, "Import articles")
    place.get_by_label("Name").fill("Early October")
    place.get_by_label("Files").set_input_files(DOCS / "sample-batch" / "early-october.jsonl")
    picture(page, "administrator-import", page.locator("main"), height=420)
    button(page, place, "Import")
    page.get_by_text("the field 'text' is missing").wait_for(timeout=60_000)
    page.reload()
    picture(page, "administrator-batch", page.locator("main"), height=620)


def add_user(page: Page) -> None:
    page.goto("/admin/claims/user/add/")
    page.get_by_label("Username").fill("rosa")
    page.get_by_label("Email address").fill("rosa@example.org")
    page.get_by_role("button", name="Save", exact=True).click()
    settle(page)
    page.locator("#id_groups_from").select_option(label="fact-checker")
    page.locator("a.selector-add, button.selector-add").first.click()
    picture(page, "administrator-user", page.locator(".field-groups"), height=460)
    page.get_by_role("button", name="Save", exact=True).click()
    settle(page)
    page.get_by_role("row", name="rosa").get_by_role("checkbox").check()
    page.get_by_label("Action:").select_option(label="Send a link to set a password")
    picture(page, "administrator-link", page.locator("#changelist"), height=420)
    page.get_by_role("button", name="Go").click()
    settle(page)


# --- docs/fact-checkers.md: other figures, and what does not add up ----------


def numbers(desk: Desk) -> None:
    page = desk.sign_in("checker")
    page.goto("/queue/?by=claim&q=19+people+authorities")
    press(page, "j", "o")
    picture(page, "checker-bears", page.locator("#bearing"), height=900)
    follow(page, "All figures of this measure")
    picture(page, "checker-measure", page.locator("main"), height=640)
    page.goto("/queue/?by=claim&bears=has_finding")
    follow(page, "What the Tamber flood will cost")
    picture(page, "checker-sum", page.locator("main"), height=440)


WALKS: dict[str, Callable[[Desk], None]] = {
    "fact-checker": fact_checker,
    "editor": editor,
    "administrator": administrator,
    "numbers": numbers,
}
