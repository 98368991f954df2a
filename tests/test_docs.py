"""What people read is true: every command, example, link and word on the screen is checked."""

from __future__ import annotations

import contextlib
import io
import json
import re
import shlex
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings as site
from django.contrib.auth.models import Group
from django.core.management import get_commands, load_command_class

from claims.extraction import ArticleText, extract
from claims.figures import Interval, implied_interval, read_figure
from claims.figures.arithmetic import check
from claims.ingest import ArticleRecord, Problem, read_bytes, read_published, reading
from claims.intake.importing import import_paths
from claims.models import Batch, Claim
from claims.models.batches import STALLED_AFTER
from claims.queue import priority, search
from verification.management.commands import demo

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PAGES = [ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")]
PAGES += sorted((ROOT / "docs").glob("*.md"))
NAMES = [path.relative_to(ROOT).as_posix() for path in PAGES]

FENCE = re.compile(
    r"^(?P<indent> *)```(?P<language>\w+)(?: (?P<name>\S+))?\n(?P<body>.*?)^(?P=indent)```$",
    re.M | re.S,
)
# Programs of the system that the documents may name beside our own.
PROGRAMS = {"cp", "createdb", "export", "python3"}
# What a recipe makes, or has its place in the table already, is not there yet.
MADE_BY_RECIPES = {
    "config/celery.py",
    "verification/api/",
    "claims/ingest/markdown.py",
    "claims/views/outlets.py",
    "templates/claims/outlet.html",
}


@dataclass(frozen=True)
class Fence:
    """A block of code; ``name`` follows the language in its first line."""

    language: str
    name: str
    body: str


def text_of(name: str) -> str:
    return (ROOT / name).read_text()


def fences(name: str) -> list[Fence]:
    return [
        Fence(found["language"], found["name"] or "", textwrap.dedent(found["body"]))
        for found in FENCE.finditer(text_of(name))
    ]


def fence(name: str, block: str) -> str:
    (body,) = (found.body for found in fences(name) if found.name == block)
    return body


def prose(name: str) -> str:
    return FENCE.sub("", text_of(name))


# --- links, files, commands -------------------------------------------------


def slug(heading: str) -> str:
    words = re.sub(r"[^\w\- ]", "", re.sub(r"[`*]", "", heading).strip().lower())
    return words.replace(" ", "-")


@pytest.mark.parametrize("name", NAMES)
def test_every_link_leads_somewhere(name: str) -> None:
    broken = []
    for target in re.findall(r"\]\(([^)\s]+)\)", prose(name)):
        if target.startswith("https://"):
            continue
        path, _, anchor = target.partition("#")
        file = (ROOT / name).parent / path if path else ROOT / name
        headings = re.findall(r"^#+ (.+)$", file.read_text(), re.M) if anchor else []
        if not file.exists() or (anchor and anchor not in map(slug, headings)):
            broken.append(target)
    assert broken == []


def test_every_page_of_docs_is_linked_from_the_readme() -> None:
    linked = set(re.findall(r"\]\((docs/[\w-]+\.md)\)", text_of("README.md")))
    assert linked == {name for name in NAMES if name.startswith("docs/")}


def test_every_picture_is_shown_and_says_what_is_to_be_seen() -> None:
    """No picture is left over from a page that is gone, and none is without words."""
    shown = [
        (Path(target).name, words)
        for name in NAMES
        for words, target in re.findall(r"!\[([^\]]*)\]\(([^)\s]+)\)", prose(name))
    ]
    kept = {path.name for path in (ROOT / "docs" / "screenshots").glob("*.webp")}
    assert {name for name, _words in shown if name.endswith(".webp")} == kept
    assert [name for name, words in shown if len(words.split()) < 6] == []


def test_screenshots_are_light() -> None:
    most = {".png": 400_000, ".webp": 150_000}
    folder = ROOT / "docs" / "screenshots"
    shots = [path for path in folder.iterdir() if path.suffix in most]
    assert {shot.suffix for shot in shots} == most.keys()
    assert [shot.name for shot in shots if shot.stat().st_size > most[shot.suffix]] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_file_that_is_named_is_there(name: str) -> None:
    pattern = (
        r"`((?:claims|config|docs|seeds|templates|tests|benchmarks|verification|\.ci)/[\w./-]*)`"
    )
    named = set(re.findall(pattern, prose(name))) - MADE_BY_RECIPES
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


def commands(name: str) -> Iterator[str]:
    """Every command that a page tells people to type."""
    for found in fences(name):
        if found.language == "console":
            yield from found.body.splitlines()
    yield from re.findall(r"`((?:REQUIRE_ALL=1 )?make [a-z][^`]*|manage\.py [^`]+)`", prose(name))


@pytest.mark.parametrize("name", NAMES)
def test_every_command_can_be_typed(name: str) -> None:
    for command in commands(name):
        words = [word for word in shlex.split(command) if word != "REQUIRE_ALL=1"]
        if words[0] == "make":
            check_make(*words[1:])
        elif "manage.py" in words[:2]:
            check_manage(*words[words.index("manage.py") + 1 :])
        elif words[0].startswith(".venv/bin/"):
            assert (BIN / Path(words[0]).name).exists(), command
        else:
            assert words[0] in PROGRAMS, command


def check_make(target: str, *variables: str) -> None:
    makefile = text_of("Makefile")
    assert re.search(rf"^{target}:", makefile, re.M), target
    for variable in variables:
        assert re.search(rf"\b{variable.partition('=')[0]}\b", makefile), variable


def check_manage(name: str, *arguments: str) -> None:
    """The command is there and takes these arguments."""
    command = load_command_class(get_commands()[name], name)
    command.create_parser("manage.py", name).parse_args(arguments)


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_that_is_named_exists(name: str) -> None:
    named = set(re.findall(r"`([A-Z]+_[A-Z_]+|DEBUG)`", prose(name)))
    of_code = {"READERS", "SENTENCES", "SYMBOLS", "RULES_VERSION", "TEST_POSTGRES_URL"}
    documented = set(re.findall(r"^\| `([A-Z_]+)`", text_of("docs/settings.md"), re.M))
    assert named - of_code <= documented


# --- the screen -------------------------------------------------------------


@cache
def words_on_screen() -> set[str]:
    """Everything that goes through gettext, in lower case, and what the stock admin adds."""
    files = [
        *(ROOT / "templates").rglob("*.html"),
        *(ROOT / "claims").rglob("*.py"),
        *(ROOT / "verification").rglob("*.py"),
    ]
    marked = re.compile(r"(?:\btranslate |\b_t?\(\s*)\"([^\"]+)\"")
    found = {words.lower() for path in files for words in marked.findall(path.read_text())}
    return found | {"active"}


@pytest.mark.parametrize("name", [name for name in NAMES if name != "docs/decisions.md"])
def test_words_in_bold_stand_on_the_screen(name: str) -> None:
    bold = set(re.findall(r"\*\*([^*]+)\*\*", prose(name)))
    assert {words for words in bold if words.lower() not in words_on_screen()} == set()


@pytest.mark.parametrize("name", ["README.md", "docs/tutorial.md", "docs/fact-checkers.md"])
def test_keys_that_are_named_are_those_of_the_help(name: str) -> None:
    lines = re.findall(r'(?:keys|shown)="([^"]+)"', text_of("templates/_keys.html"))
    keys = {key for line in lines for key in re.split(r"[+ ]", line)}
    named = set(re.findall(r"`([A-Z]|Shift|Enter|/|\?)`", prose(name)))
    assert named
    assert named <= keys


# --- the README -------------------------------------------------------------


def test_the_demo_makes_the_users_of_the_readme() -> None:
    rows = re.findall(r"^\| (`.+`) \| ([\w-]+)", text_of("README.md"), re.M)
    told = {user: role for users, role in rows for user in re.findall(r"`(\w+)`", users)}
    assert {user: told.get(user) for user in demo.USERS} == demo.USERS


def test_the_map_of_the_readme_has_every_folder() -> None:
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout
    if not tracked:
        pytest.skip("this is no git checkout")
    folders = {line.partition("/")[0] for line in tracked.splitlines() if "/" in line}
    mapped = set(re.findall(r"^\| `(\w+)/", text_of("README.md"), re.M))
    assert {folder for folder in folders if not folder.startswith(".")} == mapped


# --- what an import reads ---------------------------------------------------


@pytest.mark.parametrize(
    ("name", "articles"),
    [("harbour.txt", 1), ("storm.html", 1), ("wire.jsonl", 2), ("day.json", 1), ("papers.csv", 1)],
)
def test_every_format_of_the_documents_is_read(name: str, articles: int) -> None:
    results = list(read_bytes(name, fence("docs/administrators.md", name).encode()))
    assert [type(result) for result in results] == [ArticleRecord] * articles
    for result in results:
        assert isinstance(result, ArticleRecord)
        assert result.published
        assert read_published(result.published)[0] == date(2025, 9, 5)
        assert result.outlet or result.url


def test_dates_are_read_as_the_documents_say() -> None:
    told = text_of("docs/administrators.md")
    row = next(line for line in told.splitlines() if line.startswith("| `published`"))
    for written in re.findall(r"`([^`]*\d{4}[^`]*)`", row):
        assert read_published(written)[0] == date(2025, 9, 5)
    (refused,) = re.findall(r"`([^`]+)` is refused", told)
    with pytest.raises(ValueError, match=refused):
        read_published(refused)


def test_the_fields_of_an_article_are_all_told() -> None:
    told = text_of("docs/administrators.md").partition("### What becomes of a row")[0]
    rows = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", told, re.M)
    fields = {field for row in rows for field in re.findall(r"`(\w+)`", row)}
    assert fields == set(reading.fields.NAMES)


@pytest.mark.django_db
def test_the_roles_are_told() -> None:
    told = set(re.findall(r"^\| `([\w-]+)` \|", text_of("docs/administrators.md"), re.M))
    assert set(Group.objects.values_list("name", flat=True)) <= told


def test_waiting_times_are_as_told() -> None:
    told = text_of("docs/administrators.md")
    assert "five wrong passwords" in told
    assert site.AXES_FAILURE_LIMIT == 5
    assert "a quarter of an hour" in told
    assert site.AXES_COOLOFF_TIME == 0.25
    assert "after two minutes" in told
    assert STALLED_AFTER.total_seconds() == 120


# --- figures and searches ---------------------------------------------------


def interval(written: str) -> Interval:
    figure = read_figure(written)
    assert figure is not None
    return implied_interval(figure)


def test_the_intervals_of_the_explanation_are_true() -> None:
    told = text_of("docs/explanation.md")
    assert "“EUR1.1 billion” says that the amount lies between 1.05 and 1.15 billion" in told
    assert interval("EUR1.1 billion") == Interval(Decimal("1.05e9"), Decimal("1.15e9"))
    assert "so 83 and 84 have nothing in common" in told
    assert not interval("83").meets(interval("84"))
    assert interval("about 40%").most - interval("about 40%").least > 1
    assert interval("more than 100").most > 10**24


def test_the_points_for_outlets_are_as_told() -> None:
    assert "eight points for every further outlet" in text_of("docs/explanation.md")
    assert "up to five outlets" in text_of("docs/explanation.md")
    assert (priority.POINTS_AN_OUTLET, priority.MOST_OUTLETS) == (8, 5)


SENTENCES = {
    "money": "Repairs will cost EUR1.1 billion, the ministry said.",
    "drones": "Some 112 drones crossed the border, the air force said.",
    "tanks": "The army lost 112 tanks, the general said.",
    "share": "Turnout was 38%, the council reported.",
    "vacant": "A quarter of the houses stood empty, the council said.",
    "wall": "The flood wall is 1.9 metres high, the mayor said.",
    "exports": "Exports fell 12% in May, the bank said.",
    "power": "The harbour was without power for two days, the operator Eastnet said.",
}


@pytest.fixture
def wire(tmp_path: Path, db: None) -> dict[str, int]:
    """The claims of the sentences, by name."""
    article = tmp_path / "wire.txt"
    article.write_text("---\npublished: 2025-09-05\n---\n" + "\n\n".join(SENTENCES.values()))
    import_paths([article], Batch.objects.create(name="Wire"))
    wordings = Claim.objects.values_list("wording", "pk")
    starts = {name: " ".join(sentence.split()[:2]) for name, sentence in SENTENCES.items()}
    return {
        name: next(pk for wording, pk in wordings if wording.startswith(start))
        for name, start in starts.items()
    }


def test_searches_find_what_the_documents_say(wire: dict[str, int]) -> None:
    expected = {
        "1.1bn": {"money"},
        "1,100,000,000": {"money"},
        "€1.1 billion": {"money"},
        ">1bn EUR": {"money"},
        "<=40%": {"share", "vacant", "exports"},
        "≥ 16": {"money", "drones", "tanks", "share"},
        "down 12%": {"exports"},
        "−12 %": {"exports"},
        "up 4%": set(),
        "25%": {"vacant"},
        "one in four": {"vacant"},
        "1900 mm": {"wall"},
        "1 km": set(),
        "no. 3": set(),
        "×2": set(),
        "EUR 1–1.5 bn": {"money"},
        "112 drones": {"drones"},
        "power harb": {"power"},
    }
    table = text_of("docs/fact-checkers.md").partition("## Searching")[2].partition("\n## ")[0]
    told = [query for row in re.findall(r"^\| (`.+`) \|", table, re.M) for query in ticked(row)]
    assert told == list(expected)
    for query, names in expected.items():
        found = set(search(Claim.objects.all(), query).values_list("pk", flat=True))
        assert found == {wire[name] for name in names}, query


def ticked(row: str) -> list[str]:
    return re.findall(r"`([^`]+)`", row)


# --- what extract gives -----------------------------------------------------


def test_the_example_of_an_extraction_is_what_comes_out() -> None:
    name = "docs/reference-extraction.md"
    record = json.loads(fence(name, "in"))
    published = date.fromisoformat(record["published"])
    (found,) = extract([ArticleText(record["id"], record["text"], published=published)])
    assert json.loads(fence(name, "out")) == found.as_dict()


def test_the_python_of_the_reference_runs() -> None:
    (code,) = (f.body for f in fences("docs/reference-extraction.md") if f.language == "python")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "docs/reference-extraction.md", "exec"), {})
    assert printed.getvalue().splitlines() == ["61% 61 percent", "56.5% 56.5 percent"]


def test_what_does_not_add_up_is_found() -> None:
    section = prose("docs/fact-checkers.md").partition("## What does not add up")[2]
    rows = [
        tuple(cell.strip() for cell in line.strip("|").split("|"))
        for line in section.partition("\n## ")[0].splitlines()
        if re.search(r"\d \|$", line)
    ]
    assert len(rows) == 6
    texts = [ArticleText(row[0], row[0]) for row in rows]
    for found, row in zip(extract(texts), rows, strict=True):
        (finding,) = (one.as_dict() for one in check(found.article.text, found.quantities))
        assert (finding["kind"], finding["stated"], finding["computed"]) == row[1:]


def test_every_field_of_an_extraction_is_explained() -> None:
    told = text_of("docs/reference-extraction.md").partition("## The fields")[2]
    schema = json.loads(text_of("claims/extraction/extract.schema.json"))
    assert {"quantities", "dates", "attributions", "claims"} <= set(ticked(told))
    for modifier in schema["$defs"]["quantity"]["properties"]["modifier"]["enum"]:
        assert modifier in ticked(told)
    for attitude in schema["$defs"]["attribution"]["properties"]["attitude"]["enum"]:
        assert attitude in ticked(told)


# --- recipes ----------------------------------------------------------------


def recipe(title: str) -> str:
    told = text_of("CONTRIBUTING.md").partition(f"### {title}\n")[2]
    assert told, title
    return re.split(r"^##", told, maxsplit=1, flags=re.M)[0]


def test_the_recipe_for_a_format_works(monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = (found["body"] for found in FENCE.finditer(recipe("Add an import format")))
    module: dict[str, object] = {}
    exec(compile(textwrap.dedent(code), "markdown.py", "exec"), module)
    assert '`".md": markdown.read`' in recipe("Add an import format")
    monkeypatch.setitem(reading.READERS, ".md", SimpleNamespace(**module).read)
    (article,) = read_bytes("storm.md", b"# Storm\n\nIt blew 12 roofs off.\n")
    assert isinstance(article, ArticleRecord)
    assert (article.title, article.text) == ("Storm", "It blew 12 roofs off.\n")
    (problem,) = read_bytes("storm.md", b"It blew 12 roofs off.\n")
    assert isinstance(problem, Problem)


def test_the_recipes_for_a_unit_and_a_cue_work(tmp_path: Path) -> None:
    """Followed on a copy of the extraction, which then finds both."""
    for room in ("extraction", "figures"):
        shutil.copytree(ROOT / "claims" / room, tmp_path / "claims" / room)
    rooms = tmp_path / "claims"
    (rooms / "__init__.py").touch()
    shutil.copy(ROOT / "claims" / "one_thread.py", rooms)
    (unit,) = re.findall(r"add `(UnitEntry\(.+?\))` beside", recipe("Add a unit"))
    edit(rooms / "figures" / "lexicon" / "units.py", '    # "The village lies', f"    {unit},\n")
    (cue,) = re.findall(r"add `(\w+)` to its words", recipe("Add a cue"))
    cues = rooms / "extraction" / "speech" / "lexicon" / "cues.py"
    edit(cues, '"say, add', f'"{cue}, ', len('"'))
    code = """
from claims.extraction import ArticleText, extract
text = "The horses ran eight furlongs. The minister parried that the bill was paid."
(found,) = extract([ArticleText("1", text)])
print(*(figure.unit for figure in found.quantities))
print(*(said.cue.text for said in found.attributions))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == ["furlong", "parried"]


def edit(path: Path, landmark: str, addition: str, overlap: int = 0) -> None:
    """Put the addition in front of the landmark, in place of its first ``overlap`` characters."""
    before, found, after = path.read_text().partition(landmark)
    assert found, landmark
    assert addition not in path.read_text(), "the recipe has been followed already"
    path.write_text(before + addition + found[overlap:] + after)
