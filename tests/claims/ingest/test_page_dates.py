"""The date of a page is its own article's, or none."""

import json

import pytest

from claims.ingest import ArticleRecord, Note, read_bytes

ADDRESS = "https://post.example/flood"
ARTICLE = """<article><h1>Flood kills sixteen in the valley</h1>{}
<p>The river rose by 1.9 metres on Tuesday night, the civil protection agency said.</p>
<p>“We had less than 40 minutes,” said Ines Farrow, who heads it.</p></article>"""
OTHER = {"@type": "NewsArticle", "datePublished": "2019-01-01", "headline": "Old bridge closed"}
OWN = {"@type": "NewsArticle", "datePublished": "2025-09-03"}


def read(head="", within="", beside=""):
    source = (
        f"<html><head><link rel=canonical href='{ADDRESS}'>{head}</head>"
        f"<body>{ARTICLE.format(within)}{beside}</body></html>"
    )
    return list(read_bytes("flood.html", source.encode()))


def published(**parts):
    record = read(**parts)[0]
    assert isinstance(record, ArticleRecord)
    return record.published


def script(value, kind="application/ld+json"):
    return f'<script type="{kind}">{json.dumps(value)}</script>'


@pytest.mark.parametrize(
    "kind",
    [
        "application/ld+json; charset=utf-8",
        "Application/LD+JSON",
        " application/ld+json ;charset=utf-8",
    ],
)
def test_a_type_may_have_a_parameter(kind):
    assert published(head=script(OWN, kind)) == "2025-09-03"


@pytest.mark.parametrize(
    "nodes",
    [
        [OTHER, OWN | {"url": ADDRESS + "/?utm_source=x"}],
        [OTHER, OWN | {"mainEntityOfPage": {"@type": "WebPage", "@id": ADDRESS}}],
        [OTHER, OWN | {"headline": "Flood kills sixteen in the valley"}],
        [OTHER, OWN],
        [{"@type": "NewsArticle", "datePublished": "2019-01-01", "url": ADDRESS + "-old"}, OWN],
        [{"@type": "VideoObject", "datePublished": "2019-01-01", "url": ADDRESS}, OWN],
        [{"@type": "Comment", "datePublished": "2019-01-01"}, OWN],
        [{"@type": "ItemList", "itemListElement": [OTHER]}, OWN],
        {"@type": "WebPage", "mainEntity": OWN | {"comment": [{"datePublished": "2019-01-01"}]}},
        {"@graph": [OTHER, {"@type": ["WebPage"], "datePublished": "2025-09-03", "@id": ADDRESS}]},
    ],
)
def test_it_is_the_date_of_the_article_that_the_page_is(nodes):
    assert published(head=script(nodes)) == "2025-09-03"


@pytest.mark.parametrize(
    "parts",
    [
        {"head": script(OTHER)},
        {"head": script(OWN | {"url": "https://post.example/another"})},
        {"head": script({"@type": "VideoObject", "datePublished": "2019-01-01"})},
        {"head": script({"@type": "Comment", "datePublished": "2019-01-01"})},
        {"beside": "<article><time datetime=2019-01-01>2019</time><h2>Old bridge</h2></article>"},
        {"within": "<article class=comment><time datetime=2019-01-01>2019</time></article>"},
        {"within": "<div class='comments'><time datetime=2019-01-01>2019</time></div>"},
        {"within": "<section id=related><time datetime=2019-01-01>2019</time></section>"},
        {"within": "<aside><time datetime=2019-01-01>2019</time></aside>"},
        {"within": "<a href=/old><time datetime=2019-01-01>2019</time> Old bridge</a>"},
        {"within": "<figure><video></video><time datetime=2019-01-01>2019</time></figure>"},
        {"within": "<time class=updated datetime=2019-01-01>2019</time>"},
        {"beside": "<aside><time pubdate datetime=2019-01-01>2019</time></aside>"},
        {
            "within": "<div itemscope itemtype='https://schema.org/VideoObject'>"
            "<meta itemprop=datePublished content=2019-01-01></div>"
        },
        {
            "beside": "<div itemscope itemtype='https://schema.org/Comment'>"
            "<time itemprop=datePublished datetime=2019-01-01>2019</time></div>"
        },
        {
            "within": "<p>The bridge, as the <i>Post</i> told its readers on the front page of "
            "<time datetime=2019-01-01>1 January 2019</time>, was old then.</p>"
        },
    ],
)
def test_a_date_of_something_else_is_none(parts):
    assert published(**parts) is None


@pytest.mark.parametrize(
    "parts",
    [
        {"within": "<p class=byline>Ann Lee, <time datetime=2025-09-03>3 September</time></p>"},
        {"within": "<time itemprop=datePublished datetime=2025-09-03>3 September</time>"},
        {
            "within": "<div itemscope itemtype='https://schema.org/NewsArticle'>"
            "<meta itemprop=datePublished content=2025-09-03></div>"
        },
        {
            "head": "<meta property='article:published_time' content=2025-09-03>" + script(OTHER),
            "beside": "<article><time datetime=2019-01-01>2019</time></article>",
        },
    ],
)
def test_the_date_of_the_article_itself_is_taken(parts):
    assert published(**parts) == "2025-09-03"


def test_a_date_that_cannot_be_read_costs_that_date_only():
    head = "<meta name=date content=yesterday>" + script(OWN)
    assert published(head=head) == "2025-09-03"


def test_a_page_without_a_date_that_can_be_read_says_so_and_is_imported():
    record, note = read(head="<meta name=date content='04/05/2025'>")
    assert (record.published, type(note)) == (None, Note)
    assert "'04/05/2025'" in note.reason


@pytest.mark.parametrize(
    "nest",
    [
        "[" * 400_000,
        "[" * 200_000 + "]" * 200_000,
        "[" + ",".join(["[]"] * 100_000) + "]",
        "[" + ",".join(['{"@graph":[]}'] * 30_000) + "]",
    ],
)
def test_large_and_deep_json_costs_no_time(nest):
    head = f'<script type="application/ld+json">{nest}</script>'
    assert published(head=head + script(OWN)) == "2025-09-03"
