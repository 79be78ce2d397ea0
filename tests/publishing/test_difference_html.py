"""The page with the old and the new programme side by side."""

import re
from pathlib import Path

import pytest

from scheduler.domain.difference import Difference, difference
from scheduler.domain.given_state import state_of_timetable
from scheduler.domain.timetable import Timetable
from scheduler.publishing import difference_html
from scheduler.publishing.difference_grid import compared_days
from scheduler.publishing.difference_html import difference_page

from .changed import MOVED, Places
from .nasty_programme import nasty
from .page import Element, read, spread
from .programmes import PLACES, clock, forum, timetable
from .test_html import CSS, colors, contrast

NAMES = ("data/imrf-2022@1 (release 1, published)", "outputs/imrf-2022 (timetable of imrf-2022)")
OVERLAPPING: Places = (
    ("hearing-1", "spare-room", "day-1", 10, 13),
    ("hearing-2", "spare-room", "day-1", 11, 14),
    ("plenary-1", "general-assembly-hall", "day-1", 16, 17),
)


def between(before: Places = PLACES, now: Places = MOVED, then: str = "America/New_York") -> Difference:
    old, new = forum(clock=clock(then)), forum()
    return difference(
        state_of_timetable(old, timetable(old, before)), state_of_timetable(new, timetable(new, now))
    )


def evil() -> Difference:
    of = nasty().forum
    title = of.sessions[1].title
    renamed = tuple(one.replace(title=f"{title} too") for one in of.sessions)
    now = of.replace(sessions=renamed, title="<script>alert(1)</script>")
    return difference(state_of_timetable(of, timetable(of)), state_of_timetable(now, timetable(now, MOVED)))


def page(found: Difference, aside: int = 0) -> Element:
    return read(difference_page(found, "Forum <b>2022</b>", NAMES, aside))


EVERY = [between(), evil(), between(now=OVERLAPPING), between(before=OVERLAPPING), between(now=PLACES)]


@pytest.mark.parametrize("found", EVERY)
def test_tables_say_what_their_cells_are(found: Difference) -> None:
    for table in page(found).all("table"):
        assert len(table.all("caption")) == 1
        laid_out = spread(table)
        assert {cell.attributes["scope"] for cell in laid_out[0]} == {"col"}
        for row in laid_out[1:]:
            assert (row[0].name, row[0].attributes["scope"]) == ("th", "row")
            assert {cell.name for cell in row[1:]} == {"td"}


def test_the_list_says_what_was_and_what_is() -> None:
    (changes, *_) = page(between()).all("table")
    assert [[cell.text for cell in row] for row in spread(changes)] == [
        ["Meeting", "What differs", "Before", "Now"],
        [
            "Round table 4",
            "Cancelled",
            "Trusteeship Council Chamber, 10:00-13:00 on day-1 (Tuesday 17 May 2022)",
            "Not held",
        ],
        [
            "Round table 3",
            "Moved to another time; Moved to another room",
            "Conference Room 4, 10:00-13:00 on day-1 (Tuesday 17 May 2022)",
            "Spare Room, 15:00-18:00 on day-1 (Tuesday 17 May 2022)",
        ],
    ]


def cells(found: Difference, side: int) -> dict[str, Element]:
    """Return the cells of meetings on one side, by the beginning of their text."""
    sides = [one for one in page(found).all("div") if one.attributes.get("class") == "side"][side::2]
    held = (cell for one in sides for cell in one.all("td") if "meeting" in cell.attributes.get("class", ""))
    return {cell.text: cell for cell in held}


def test_both_grids_stand_side_by_side_with_what_becomes_of_each_meeting() -> None:
    old, new = cells(between(), 0), cells(between(), 1)
    assert "Round table Round table 4 ✕ Cancelled" in old
    moves = "Round table Round table 3 → Moves to Spare Room, 15:00-18:00 on day-1 (Tuesday 17 May 2022)"
    comes = (
        "Round table Round table 3 ← Moved from Conference Room 4, 10:00-13:00 on day-1 (Tuesday 17 May 2022)"
    )
    assert old[moves].attributes["class"] == "meeting moved"
    assert new[comes].attributes["class"] == "meeting moved"
    assert new["Plenary 1st plenary meeting"].attributes["class"] == "meeting same"
    turned = cells(between(MOVED, PLACES), 1)
    assert turned["Round table Round table 4 + Added"].attributes["class"] == "meeting added"


def test_other_titles_and_agendas_are_marked_on_both_sides() -> None:
    of = forum()
    hearing = of.sessions[0]
    lengths = {"opening": 40, "session-1": 190}
    segments = tuple(one.replace(minutes=lengths.get(one.segment, one.minutes)) for one in hearing.segments)
    now = forum(sessions=(hearing.replace(title="Hearing", segments=segments), *of.sessions[1:]))
    found = difference(state_of_timetable(of, timetable(of)), state_of_timetable(now, timetable(now)))
    old, new = cells(found, 0), cells(found, 1)
    assert any('≠ Is now called "Hearing (1 of 2)" ↕ Segments shifted' in text for text in old)
    assert any('≠ Was called "Multi-stakeholder hearing (1 of 2)" ↕ Segments shifted' in text for text in new)
    assert '"Opening" is held 10:00-10:40 instead of 10:00-10:30.' in page(found).all("table")[0].text


def test_every_mark_has_words_and_another_border() -> None:
    for mark in [one for one in page(between()).all("span") if one.attributes.get("class") == "mark"]:
        symbol, words = mark.children
        assert symbol.attributes["aria-hidden"] == "true"
        assert words.text
    css = (Path(difference_html.__file__).parent / "templates" / "difference.css").read_text(encoding="utf-8")
    looks = {name: re.findall(rf"^\.{name} \{{ border: \d+px (\w+) ", css, re.MULTILINE) for name in LOOKS}
    assert len({*map(tuple, looks.values())}) == len(LOOKS)
    assert all(looks.values())


LOOKS = {"moved": "wait", "added": "good", "cancelled": "bad", "reworded": "accent"}


def test_every_text_of_a_mark_stands_out_from_its_ground() -> None:
    blocks = re.findall(r":root \{(.*?)\n *\}", CSS.read_text(encoding="utf-8"), re.DOTALL)
    for scheme in (colors(blocks[0]) | colors(block) for block in blocks):
        grounds = [*(f"{look}-back" for look in ("wait", "good", "bad")), "band"]
        pairs = [(text, ground) for text in ("ink", "soft") for ground in grounds]
        pairs += [("wait", "wait-back"), ("good", "good-back"), ("bad", "bad-back"), ("accent", "band")]
        for text, ground in pairs:
            assert contrast(scheme[text], scheme[ground]) >= 4.5, (text, ground)


def test_a_day_that_has_another_date_says_both() -> None:
    later = forum(clock=clock(first=clock().days[-1].date))
    of = forum()
    found = difference(state_of_timetable(of, timetable(of)), state_of_timetable(later, timetable(later)))
    headings = [one.text for one in page(found).all("h2")]
    assert headings == [
        "6 meetings differ: 6 on another date",
        "Hearing day, Monday 16 May 2022 before, Wednesday 18 May 2022 now",
        "Day 1, Tuesday 17 May 2022 before, Thursday 19 May 2022 now",
        "Day 2, Wednesday 18 May 2022 before, Friday 20 May 2022 now",
    ]


def test_a_day_of_one_side_is_empty_on_the_other() -> None:
    of = forum()
    nothing = state_of_timetable(of, Timetable(placements=()))
    found = difference(state_of_timetable(of, timetable(of)), nothing)
    assert page(found).text.count("No meeting is held on this day.") == 3
    assert page(difference(nothing, nothing)).all("table") == []


def test_a_day_outside_the_forum_is_called_by_its_date() -> None:
    of = forum()
    whole = timetable(of)
    late = whole.placements[-1].replace(start=5 * 1440, end=5 * 1440 + 60)
    now = state_of_timetable(of, whole.replace(placements=(*whole.placements[:-1], late)))
    assert page(difference(state_of_timetable(of, whole), now)).all("h2")[-1].text == "Saturday 21 May 2022"


def test_zones_are_named() -> None:
    def zone(found: Difference) -> str:
        return page(found).all("dd")[2].text

    assert zone(between()) == "America/New_York (EDT, UTC−04:00)"
    assert zone(between(then="Europe/Zurich")) == (
        "Europe/Zurich (CEST, UTC+02:00) before, America/New_York (EDT, UTC−04:00) now"
    )


@pytest.mark.parametrize(("aside", "said"), [(1, "1 more meeting differs"), (2, "2 more meetings differ")])
def test_what_was_not_asked_for_is_counted(aside: int, said: str) -> None:
    assert said in page(between(), aside).text
    assert "was not asked for" not in page(between()).text


@pytest.mark.parametrize("found", EVERY)
def test_the_page_asks_for_nothing_and_links_within_itself(found: Difference) -> None:
    whole = page(found)
    for name in ("script", "img", "link", "iframe", "object", "form", "base", "svg"):
        assert whole.all(name) == []
    (policy,) = [one for one in whole.all("meta") if one.attributes.get("http-equiv")]
    assert policy.attributes["content"] == "default-src 'none'; style-src 'unsafe-inline'"
    ids = [one.attributes["id"] for name in ("h2", "tr") for one in whole.all(name) if "id" in one.attributes]
    assert len(ids) == len({*ids})
    assert {link.attributes["href"].removeprefix("#") for link in whole.all("a")} <= {*ids}
    labels = [one.attributes["aria-label"] for one in whole.all("div") if "aria-label" in one.attributes]
    assert len(labels) == len({*labels})


def test_what_planners_write_is_never_markup() -> None:
    raw = difference_page(evil(), nasty().forum.title, ("<i>A</i>\x07", "B"), 0).decode()
    assert "<script" not in raw
    assert "<i>" not in raw
    assert "&lt;i&gt;A&lt;/i&gt;" in raw
    assert [one for one in raw if one < " " and one != "\n"] == []
    assert [one for one in raw if one in "\x7f\x85\u2028\u2029\u202e\ufeff"] == []


def test_headings_come_in_their_order() -> None:
    names = [one.name for name in ("h1", "h2", "h3") for one in page(between()).all(name)]
    assert names == ["h1", *["h2"] * 4, *["h3"] * 6]


def test_a_day_that_only_has_another_name_is_one_day() -> None:
    found = between(now=PLACES)
    old = found.before.replace(
        days={("opening" if name == "day-1" else name): on for name, on in found.before.days.items()},
        meetings=tuple(
            one.replace(day="opening") if one.day == "day-1" else one for one in found.before.meetings
        ),
    )
    renamed = difference(old, found.now)
    assert renamed.meetings == ()
    days = compared_days(renamed)
    assert [one.heading for one in days if one.id == "day-1"] == [
        "Opening before, Day 1 now, Tuesday 17 May 2022"
    ]
    assert all(one.before and one.now for one in days)


def test_what_was_not_compared_is_said() -> None:
    raw = difference_page(between(), "Forum", NAMES, 0, ("duties are not compared: <b> has none",)).decode()
    assert "<h3>Not compared</h3>" in raw
    assert "duties are not compared: &lt;b&gt; has none.</li>" in raw
    assert "Not compared" not in difference_page(between(), "Forum", NAMES).decode()
