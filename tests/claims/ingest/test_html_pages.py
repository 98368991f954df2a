"""Web pages: their article, their metadata, and nothing executed."""

import pytest

from claims.ingest import ArticleRecord, Problem, html, read_bytes

BODY = """
<nav><a href="/">Home</a><a href="/login">Login</a></nav>
<article>
  <h1>Flood kills 16</h1>
  <p>The river rose by 1.9 metres on Tuesday night, the civil protection agency said.</p>
  <p>“We had less than 40 minutes,” said Ines Farrow, who heads it.</p>
</article>
<div class="newsletter"><p>Subscribe to our newsletter for 9.90 euros a month.</p></div>
<footer>© 2025 Valley Post</footer>
"""
TEXT = (
    "The river rose by 1.9 metres on Tuesday night, the civil protection agency said.\n"
    "“We had less than 40 minutes,” said Ines Farrow, who heads it."
)


def page(head="", body=BODY, lang="en-GB"):
    return f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head><body>{body}</body></html>'


def read_one(source, name="flood.html"):
    (result,) = read_bytes(name, source if isinstance(source, bytes) else source.encode())
    return result


def test_a_page_is_its_article_and_what_its_metadata_says():
    record = read_one(
        page(
            '<title>Flood kills 16 | Valley Post</title><meta charset="utf-8">'
            '<link rel="canonical" href="https://post.example/flood">'
            '<meta property="og:site_name" content="Valley Post">'
            '<meta property="og:title" content="Flood kills 16">'
            '<meta name="author" content="Ann Lee">'
            '<meta property="article:published_time" content="2025-09-03T23:30:00-07:00">'
        )
    )
    assert record == ArticleRecord(
        "flood.html",
        1,
        TEXT,
        url="https://post.example/flood",
        title="Flood kills 16",
        outlet="Valley Post",
        byline="Ann Lee",
        published="2025-09-03T23:30:00-07:00",
        language="en-GB",
    )


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2025-09-03">',
        '<META NAME="DC.date.issued" CONTENT=" 2025-09-03 ">',
        '<meta itemprop="datePublished" content="2025-09-03">',
        '<meta name="date" content=""><meta name="pubdate" content="2025-09-03">',
        '<script type="application/ld+json">{"datePublished": "2025-09-03"}</script>',
        '<script type="application/ld+json">[{"@graph": [{"@type": "WebSite"}, '
        '{"@type": "NewsArticle", "datePublished": "2025-09-03"}]}]</script>',
        '<script type="application/ld+json">[{"@type": "VideoObject", "datePublished": '
        '"2019-01-01"}, {"@type": "Article", "datePublished": "2025-09-03"}]</script>',
        '<script type="application/ld+json">{broken</script>'
        '<script type="application/ld+json">{"datePublished": "2025-09-03"}</script>',
    ],
)
def test_the_date_is_what_the_metadata_says(head):
    assert read_one(page(head)).published == "2025-09-03"


def test_a_time_element_of_the_article_dates_it():
    body = BODY.replace("<h1>", '<time datetime="2025-09-03T10:00Z">today</time><h1>')
    assert read_one(page(body=body)).published == "2025-09-03T10:00Z"


@pytest.mark.parametrize(
    "extra",
    [
        "<p>On 4 May 2024 the bridge was closed.</p>",
        "<footer>© 2021, last change 2 March 2021</footer>",
        '<meta property="article:modified_time" content="2025-09-04">',
    ],
)
def test_no_date_is_taken_from_anywhere_else(extra):
    assert read_one(page(body=BODY + extra)).published is None


@pytest.mark.parametrize("written", ["1700-01-01", "3000-01-01", "04/05/2025", "recently"])
def test_a_bad_date_in_the_metadata_costs_the_date_and_is_noted(written):
    head = f'<meta name="date" content="{written}">'
    record, note = read_bytes("flood.html", page(head).encode())
    assert (record.published, record.text) == (None, TEXT)
    assert written in note.reason


def test_scripts_styles_forms_and_comments_leave_nothing_behind(tmp_path):
    target = tmp_path / "executed"
    body = (
        f"<script>require('fs').writeFileSync('{target}', 'x'); secret = 99</script>"
        "<style>p { content: 'secret' }</style><!-- secret --><?php secret(); ?>"
        '<noscript><img src="https://tracker.example/secret.gif"></noscript>'
        "<p onclick='secret()'>The mayor resigned on Wednesday after eleven years in office.</p>"
    )
    record = read_one(page(body=BODY.replace("</h1>", "</h1>" + body)))
    assert "The mayor resigned" in record.text
    assert "secret" not in record.text
    assert not target.exists()


def test_navigation_and_subscription_boxes_stay_out():
    assert read_one(page()).text == TEXT


@pytest.mark.parametrize(
    "source",
    [
        page('<meta charset="windows-1252">').encode("cp1252"),
        page('<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">').encode(
            "cp1252"
        ),
        page().encode("utf-16"),
        b"\xef\xbb\xbf" + page().encode(),
        b'<?xml version="1.0" encoding="utf-8"?>' + page().encode(),
    ],
)
def test_encodings_are_told(source):
    assert read_one(source).text == TEXT


def test_the_declared_encoding_decides():
    source = page('<meta charset="iso-8859-2">', body="<p>Powódź w Łodzi, mówi burmistrz.</p>")
    assert "Powódź w Łodzi" in read_one(source.encode("iso-8859-2")).text


def test_nul_characters_do_not_end_the_page():
    assert read_one(page(body="<p>Sixteen\x00 people died.</p><p>Two are missing.</p>")).text == (
        "Sixteen\ufffd people died.\nTwo are missing."
    )


def test_a_fragment_is_read_as_a_page():
    assert read_one("<p>Sixteen people died in the flood.</p>").text == (
        "Sixteen people died in the flood."
    )


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("", "The file is empty."),
        (" \n ", "no article text"),
        ("<html><body></body></html>", "no article text"),
        ("<html><script>alert(16)</script></html>", "no article text"),
        ("<div>" * 100_000, "no article text"),
        ("<svg><br><html lang=en><h1>Flood", "no article text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "binary data"),
        ("<p>" + "x" * 10_000_000, "larger than 10 MB"),
    ],
)
def test_a_page_without_an_article_says_so(source, reason):
    problem = read_one(source)
    assert (type(problem), problem.row) == (Problem, 1)
    assert reason in problem.reason


def test_reading_a_page_twice_gives_the_same():
    assert read_one(page()) == read_one(page())


def test_a_page_that_takes_too_long_costs_itself(monkeypatch):
    hostile = "<html><body>" + "<h1>x y</h1>" * 33_000 + BODY
    with monkeypatch.context() as patch:
        patch.setattr(html, "SECONDS", 0.5)
        problem = read_one(hostile)
    assert isinstance(problem, Problem)
    assert "seconds to read" in problem.reason
    assert read_one(page()).text == TEXT


def test_a_page_that_takes_too_much_memory_costs_itself():
    problem = read_one("<html><body><table>" + "<tr><td>1<td>2" * 600_000)
    assert isinstance(problem, Problem)
    assert "too much memory to read" in problem.reason
    assert read_one(page()).text == TEXT
