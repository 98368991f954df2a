"""The forms of a page, read as a browser would, and filled as people in a hurry do."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from html.parser import HTMLParser


@dataclass
class PageForm:
    """A form to be posted: where to, and its fields with the values that they came with."""

    action: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    choices: dict[str, list[str]] = field(default_factory=dict)
    ticks: list[tuple[str, str]] = field(default_factory=list)
    buttons: list[tuple[str, str]] = field(default_factory=list)

    @property
    def verb(self) -> str:
        """The last word of its address: "pick", "sign-off"."""
        return self.action.partition("?")[0].rstrip("/").rpartition("/")[2] or "home"

    def filled(self, chance: random.Random) -> dict[str, list[str]]:
        """What somebody sends: empty fields filled, boxes ticked, one of the buttons pressed."""
        data: dict[str, list[str]] = {}
        for name, value in self.fields:
            data.setdefault(name, []).append(value or plausible(name, chance))
        for name, values in self.choices.items():
            data[name] = [chance.choice([value for value in values if value] or [""])]
        for name, value in self.ticks:
            if name != "fetch":  # nothing is asked of the internet
                data.setdefault(name, []).append(value)
        if self.buttons:
            name, value = chance.choice(self.buttons)
            data[name] = [value]
        return data


def plausible(name: str, chance: random.Random) -> str:
    """Something that the field of that name takes."""
    name = name.rpartition("-")[2]
    if name in {"url", "external_url", "figure", "compared_with", "field", "event", "shape"}:
        return ""
    if name in {"wake_on", "due_on"}:
        return (date.today() + timedelta(days=3)).isoformat()  # noqa: DTZ011 - as people see it
    if name == "on":
        return date.today().isoformat()  # noqa: DTZ011
    if name.startswith(("value", "first", "second")):
        return str(chance.randint(1, 99))
    return f"Some words, {chance.randint(1, 999)} of them."


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[PageForm] = []
        self.inside: PageForm | None = None
        self.select = self.textarea = ""
        self.typed = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = PageForm(told["action"]) if told.get("method") == "post" else None
        name = told.get("name", "")
        if self.inside is None:
            return
        if tag == "option" and self.select:
            self.inside.choices.setdefault(self.select, []).append(told.get("value", ""))
        elif not name or name == "csrfmiddlewaretoken":
            return
        elif tag == "select":
            self.select = name
        elif tag == "textarea":
            self.textarea, self.typed = name, ""
        elif tag == "button":
            self.inside.buttons.append((name, told.get("value", "")))
        elif tag == "input":
            self._input(self.inside, name, told)

    def _input(self, form: PageForm, name: str, told: dict[str, str]) -> None:
        kind, value = told.get("type", "text"), told.get("value", "")
        if kind == "checkbox":
            form.ticks.append((name, value or "on"))
        elif kind == "radio":
            form.choices.setdefault(name, []).append(value)
        elif kind != "file":
            form.fields.append((name, value))

    def handle_data(self, data: str) -> None:
        self.typed += data if self.textarea else ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self.inside and self.textarea:
            self.inside.fields.append((self.textarea, self.typed.strip()))
            self.textarea = ""
        elif tag == "select":
            self.select = ""
        elif tag == "form":
            if self.inside is not None:
                self.forms.append(self.inside)
            self.inside = None


def forms_of(page: str) -> list[PageForm]:
    """The page's forms that are sent by POST; not the one that logs out."""
    reader = _Reader()
    reader.feed(page)
    return [form for form in reader.forms if "/accounts/" not in form.action]
