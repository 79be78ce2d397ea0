"""The PDF of a list of speakers: all lines, pages with their heads, and no text that is run."""

import re
import shutil

import pytest

from scheduler.publishing.speakers import publish_speakers
from scheduler.publishing.speakers_pdf import _missing

from . import speakers_plans
from .speakers_plans import HOUR, LATER, PARTIES, Missing, entry, hostile, nobody, plan, text_of


def pdf(of):
    return publish_speakers(of)["speakers.pdf"]


@pytest.fixture
def read(tmp_path):
    """Return a reader of lists: words with one space between them, and form feeds between pages."""

    def words(of):
        pages = text_of(pdf(of), tmp_path).split("\f")
        return [" ".join(page.split()) for page in pages if page.strip()]

    return words


def test_each_meeting_begins_a_page(read):
    front, first, second, last = read(plan())
    for words in (
        "List of speakers: General debate",
        "Forum of lists",
        "No list departs less from the plain order.",
        "30 seconds pass between two statements (the forum's own figure).",
        "2:30 (the limit set) 3 yes",
        "The floor is not empty. Ours/other. 7 proven least",
    ):
        assert words in front
    assert "General debate (1 of 2), Day 1, Monday 7 January 2030, 10:00–13:00" in first
    assert "1 10:00:00 Egypt Head of State Arabic 3:00 1 yes" in first
    assert "2 10:03:30 Fiji on behalf of SIDS Vice-Minister 3:00 10:01–10:06 2 no" in first
    assert "4 11:00:00 Egypt Right of reply 10:00 no" in first
    assert "5 12:00:00 Egypt Second right of reply 5:00 no" in first
    assert f"3 Ghana: {LATER}" in first
    assert "Nobody is called in this meeting." in second
    assert "Not possible: Fiji cannot be there." in last
    assert "Haiti: Was inscribed after the list had been closed." in last


def test_pages_are_numbered_and_repeat_the_head(read):
    many = tuple(entry("fiji", one, 10 * HOUR + 30 * one, length=20, place=one) for one in range(1, 61))
    pages = read(plan(entries=many))
    assert [page.count(f"page {number} of {len(pages)}") for number, page in enumerate(pages, 1)] == [1] * 6
    assert [page.count("No. At about Party") for page in pages] == [0, 1, 1, 1, 0, 0]
    assert all("Times in America/New_York (EST, UTC-05:00); they are estimates." in page for page in pages)


def test_a_placeholder_stands_on_every_page(read):
    of = plan(forum=speakers_plans.forum(placeholder="the dates are not decided"))
    assert all("Placeholder: the dates are not decided." in page for page in read(of))


def test_nobody_is_listed(read):
    front, *meetings = read(nobody())
    assert "Why there is no list" in front
    assert "Egypt: from 10:00 to 10:01 on day-1." in front
    assert len(meetings) == 2


def test_no_text_is_markup(read):
    whole = " ".join(read(hostile()))
    for party in ("script", "formula", "markup"):
        assert PARTIES[party] in whole


def test_it_is_tagged_and_its_only_stamp_is_the_forums():
    made = pdf(plan())
    assert made.startswith(b"%PDF-")
    assert b"/Marked true" in made
    assert b"pdfuaid:part" in made
    dates = set(re.findall(rb"D:(\d{14})", made))
    assert dates == {b"20291201140000"}


@pytest.mark.parametrize("name", ["Việt Nam Łódź Türkiye", "Россия", "Ελλάδα", "مصر", "ישראל"])
def test_scripts_that_come_with_typst(name):
    assert b"pdfuaid:part" in pdf(plan(figures=(name,)))


def test_characters_that_no_font_has_are_told(read):
    of = hostile("china", "fiji")
    front, first, *_ = read(of)
    assert "This PDF has no letters for some characters: □ stands for each" in front
    assert "1 10:03:30 □□ (china)" in first
    assert "2 10:07:00 Fiji" in first
    assert b"pdfuaid:part" not in pdf(of)


def test_characters_are_read_from_what_typst_says():
    texts = ("中", "\\u{f0000}a")
    said = "\n".join(f'error: the text `"{one}"` could not be displayed with font' for one in texts)
    assert _missing(said) == ("\U000f0000a", "中")
    assert _missing("something else") == ()


def test_where_pdftotext_is_missing_tests_are_skipped_and_under_ci_fail(monkeypatch, tmp_path):
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setenv("CI", "true")
    with pytest.raises(Missing, match="pdftotext is not installed"):
        text_of(b"", tmp_path)
    monkeypatch.setenv("CI", "")
    with pytest.raises(pytest.skip.Exception, match="pdftotext is not installed"):
        text_of(b"", tmp_path)
