"""One address, one identity."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.ingest import domain, normalise_url

PAGE = "https://post.example/news/flood"


@pytest.mark.parametrize(
    ("url", "normal"),
    [
        (PAGE, PAGE),
        ("  https://post.example/news/flood\n", PAGE),
        ("http://post.example/news/flood", PAGE),
        ("HTTPS://POST.Example/news/flood", PAGE),
        ("https://post.example./news/flood", PAGE),
        ("https://post.example:443/news/flood", PAGE),
        ("http://post.example:80/news/flood", PAGE),
        ("https://post.example/news/flood/", PAGE),
        ("https://post.example/news/flood/index.html", PAGE),
        ("https://post.example/news/flood/index.htm#top", PAGE),
        ("https://post.example/news/flood#comments", PAGE),
        ("https://post.example/news/flood?", PAGE),
        ("https://post.example/news/flood?utm_source=x&UTM_Medium=y&fbclid=z", PAGE),
        ("https://post.example/news/./old/../flood", PAGE),
        ("https://post.example/%6eews/flood", PAGE),
        ("https://post.example", "https://post.example"),
        ("https://post.example/", "https://post.example"),
        ("https://post.example:8443/a", "https://post.example:8443/a"),
        ("https://post.example/News", "https://post.example/News"),
        ("https://post.example/a?id=2&gclid=9&b=", "https://post.example/a?b=&id=2"),
        ("https://post.example/a?x=2&x=1", "https://post.example/a?x=2&x=1"),
        ("https://post.example/caf%c3%a9", "https://post.example/caf%C3%A9"),
        ("https://post.example/café", "https://post.example/caf%C3%A9"),
        ("https://post.example/100%", "https://post.example/100%25"),
        ("https://zürich.example/a", "https://xn--zrich-kva.example/a"),
        ("http://[2001:DB8::1]:8000/a", "https://[2001:db8::1]:8000/a"),
        (None, None),
        ("", None),
        (" \n", None),
    ],
)
def test_it_gives_all_spellings_one_form(url, normal):
    assert normalise_url(url) == normal


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (PAGE, PAGE + "?page=2"),
        (PAGE, "https://www.post.example/news/flood"),
        (PAGE, "https://post.example/News/flood"),
        ("https://post.example/a%2Fb", "https://post.example/a/b"),
        ("https://post.example/?utm=1", "https://post.example/"),
    ],
)
def test_it_keeps_different_pages_apart(one, other):
    assert normalise_url(one) != normalise_url(other)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("post.example/news", "does not begin with http"),
        ("//post.example/news", "does not begin with http"),
        ("ftp://post.example/news", "does not begin with http"),
        ("javascript:alert(1)", "does not begin with http"),
        ("file:///etc/passwd", "does not begin with http"),
        ("https://", "names no host"),
        ("https:///news", "names no host"),
        ("https://post.example/two words", "a space or a control character"),
        ("https://post.example/a\x00b", "a space or a control character"),
        ("https://post.example:99999/", "cannot be read"),
        ("https://post.example:port/", "cannot be read"),
        ("https://[::1/", "cannot be read"),
        ("https://post..example/", "cannot be read"),
        ("https://po<st.example/", "cannot be read"),
        ("https://ann:secret@post.example/", "user name"),
        ("https://post.example/" + "a" * 2_000, "longer than 2,000"),
    ],
)
def test_it_says_what_is_wrong_with_an_address(url, reason):
    with pytest.raises(ValueError, match=reason) as caught:
        normalise_url(url)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.Post.example/news", "post.example"),
        ("http://post.example:8000", "post.example"),
        ("https://news.post.example/", "news.post.example"),
    ],
)
def test_an_outlet_is_known_by_its_domain(url, host):
    assert domain(url) == host


@given(
    st.lists(st.text(alphabet="aB9%2Ff./~é+ü;:@", max_size=8), max_size=4),
    st.lists(st.text(alphabet="aB9%2Ff=&+éutm_", max_size=8), max_size=4),
)
def test_a_normal_form_is_its_own_normal_form(path, query):
    normal = normalise_url(f"http://Post.example/{'/'.join(path)}?{'&'.join(query)}#x")
    assert normalise_url(normal) == normal


@given(st.text())
def test_any_text_is_an_address_or_a_value_error(text):
    with suppress(ValueError):
        normal = normalise_url("https://" + text)
        assert normal.startswith("https://")
