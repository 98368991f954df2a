"""Raised, lowered, inserted and struck-out characters: none is glued to a number."""

import pytest

from claims.ingest import read_bytes

SENTENCE = "The harbour authority said on Monday that {} were counted along the northern quay."


def text_of(markup):
    source = f"<html><body><article><h1>Quay</h1>{markup}</article></body></html>"
    (record,) = read_bytes("quay.html", source.encode())
    return record.text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        # notes
        ("112<sup>3</sup> drones", "112 drones"),
        ("112<sup> 3 </sup> drones", "112 drones"),
        ("112<sup>3,4</sup> drones", "112 drones"),
        ("112<sup>[3]</sup> drones", "112 drones"),
        ("112<sup>[note 3]</sup> drones", "112 drones"),
        ("112<sup>a</sup> drones", "112 drones"),
        ("112<sup>*</sup> drones", "112 drones"),
        ('112<sup><a href="#fn3">3</a></sup> drones', "112 drones"),
        ('112<a href="#fn3"><sup>3</sup></a> drones', "112 drones"),
        ('112<a href="#fn3">3</a> drones', "112 drones"),
        ('112<a href="#fn3">[3]</a> drones', "112 drones"),
        ("<b>112</b><sup>3</sup> drones", "112 drones"),
        ("112<sup><b>3</b></sup> drones", "112 drones"),
        ('112<span style="vertical-align: super">3</span> drones', "112 drones"),
        ("112 drones<sup>3</sup>", "112 drones"),
        ("112 drones<sup>3</sup>and 40 boats", "112 drones and 40 boats"),
        ("2.10<sup>6</sup> drones", "2.10 drones"),
        ("1,010<sup>2</sup> drones", "1,010 drones"),
        ('40 km<sup><a href="#fn2">2</a></sup> of fence', "40 km of fence"),
        ('40 km<sup class="footnote">2</sup> of fence', "40 km of fence"),
        ("£3m<sup>2</sup> of fines", "£3m of fines"),
        ("boats of those we believe in<sup>2</sup>", "boats of those we believe in"),
        ("112<sub>3</sub> drones", "112 drones"),
        # powers
        ("40 km<sup>2</sup> of water", "40 km² of water"),
        ("40km<sup>2</sup> of water", "40km² of water"),
        ("40 cubic m<sup>3</sup> of water", "40 cubic m³ of water"),
        ("40 square feet<sup>2</sup> of water", "40 square feet² of water"),
        ("40 <b>km</b><sup>2</sup> of water", "40 km² of water"),
        ('40 <a href="/km">km<sup>2</sup></a> of water', "40 km² of water"),
        ("speeds of 9.8 m/s<sup>2</sup>", "speeds of 9.8 m/s²"),
        ("speeds of 9 m s<sup>−1</sup>", "speeds of 9 m s⁻¹"),
        ("10<sup>6</sup> grains", "10^6 grains"),
        ("3 × 10<sup>6</sup> grains", "3 × 10^6 grains"),
        ("3 x 10<sup>-6</sup> grains", "3 x 10^-6 grains"),
        # what joins its word
        ("the 4<sup>th</sup> and 21<sup>st</sup> boats", "the 4th and 21st boats"),
        ("40 tonnes of CO<sub>2</sub> in all", "40 tonnes of CO2 in all"),
        ("40 tonnes of CO<sub> 2 </sub> in all", "40 tonnes of CO2 in all"),
        ("4 M<sup>c</sup>Leod boats", "4 McLeod boats"),
        ("4 Quay<sup>TM</sup> boats", "4 Quay™ boats"),
        ("4 boats <sup>new</sup>", "4 boats new"),
        ("days of 20<sup>o</sup>C", "days of 20°C"),
        ("1<sup>1</sup>/<sub>2</sub> boats", "1 1/2 boats"),
        ("Ca<sup>2+</sup> levels", "Ca2+ levels"),
        # corrections
        ("<del>40</del><ins>14</ins> boats", "14 boats"),
        ("<s>40</s><ins>14</ins> boats", "14 boats"),
        ("<strike>40</strike> 14 boats", "14 boats"),
        ('<span style="text-decoration:line-through">40</span> 14 boats', "14 boats"),
        ("<del>40 <b>boats</b></del><ins>14 <i>ships</i></ins>", "14 ships"),
    ],
)
def test_it_becomes_text(markup, text):
    assert text_of(f"<p>{SENTENCE.format(markup)}</p>") == SENTENCE.format(text)


@pytest.mark.parametrize(
    "block",
    [
        "<pre>{}</pre>",
        "<table><tr><th>Quay</th><th>Drones</th></tr><tr><td>North</td><td>{}</td></tr></table>",
        "<ul><li>{}</li><li>Nothing else was seen.</li></ul>",
        "<blockquote><p>{}</p></blockquote>",
        "<h2>{}</h2><p>Nothing else was seen at the quay.</p>",
    ],
)
def test_it_is_so_in_every_kind_of_block(block):
    marked = block.format("112<sup>3</sup> drones, <del>40</del><ins>14</ins> boats")
    text = text_of(f"<p>{SENTENCE.format('boats')}</p>{marked}<p>{SENTENCE.format('cars')}</p>")
    assert "112 drones, 14 boats" in " ".join(text.split())


def test_a_raised_passage_is_no_mark():
    passage = "This whole sentence is raised by somebody’s careless markup, all 112 of its letters."
    assert passage in text_of(f"<p>{SENTENCE.format('boats')}</p><sup><p>{passage}</p></sup>")


def test_a_page_of_marks_is_read_in_no_time():
    marks = "112<sup>3</sup> drones and <del>40</del><ins>14</ins> boats " * 1_000
    text = text_of(f"<p>{marks}</p>")
    assert text.count("112 drones and 14 boats") == 1_000
