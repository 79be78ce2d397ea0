"""The page with several programmes side by side: its tables, its small grids, and its marks."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scheduler.domain.given_state import GivenState, state_of_timetable
from scheduler.publishing import comparison_html
from scheduler.publishing.comparison_grid import SmallGrid, short_rooms, small_grids
from scheduler.publishing.comparison_html import comparison_page
from scheduler.publishing.comparison_values import Apart, Compared, Comparison, Row
from scheduler.publishing.comparison_words import counted, notes, value_words
from scheduler.use_cases.compare_places import all_meetings, elsewhere, places_of

from .changed import MOVED, Places
from .page import Element, read, spread
from .programmes import PLACES, clock, forum, timetable
from .test_html import CSS, colors, contrast

ODD: Places = (
    ("hearing-1", "conference-room-4", "hearing-day", 10, 13),
    ("hearing-2", "conference-room-4", "hearing-day", 19, 21),
    ("round-table-3", "spare-room", "day-1", 12, 16),
    ("plenary-1", "general-assembly-hall", "day-2", 9, 13),
)
"""Hours that are not those of a period; round table 4 and the second plenary meeting are not held."""
EVIL = "<script>alert(1)</script>"
ROWS = (
    Row("breaches", "breaches", "Clauses broken", "times", "less", (0, 1), (False, False)),
    Row("a; b", "level", "a; b", "", "less", (3, None), (False, True), ("Says a.", f"Says {EVIL}")),
    Row("rooms", "criterion", "Rooms used", "rooms", "less", (2, 1200), (False, False)),
    Row("days", "criterion", "Days used", "days", "less", (3, 3), (False, False)),
    Row("debate", "criterion", "Debate", "minutes", "more", (3, None), (False, False)),
)


def comparison(*places: Places, rows: tuple[Row, ...] = (), **changes: Any) -> Comparison:
    of = forum()
    return of_states(*(state_of_timetable(of, timetable(of, one)) for one in places), rows=rows, **changes)


def of_states(*states: GivenState, rows: tuple[Row, ...] = (), **changes: Any) -> Comparison:
    of = forum()
    programmes = tuple(
        Compared(
            letter="ABCD"[number],
            name=f"outputs/{number}",
            what="timetable of imrf-2022",
            title=of.title,
            forum=of.forum,
            state=state,
            places=held,
            periods=of.clock.periods,
        )
        for number, (state, held) in enumerate(zip(states, places_of(states), strict=True))
    )
    found = elsewhere(programmes)
    return Comparison(programmes, rows, found, len(all_meetings(programmes)) - len(found), **changes)


def page(found: Comparison) -> Element:
    return read(comparison_page(found))


def full() -> Comparison:
    """Return a comparison with everything that a page can show."""
    found = comparison(
        PLACES,
        MOVED,
        rows=ROWS,
        apart=(Apart("B", (f"Annex is closed: {EVIL}",)),),
        order=("A is better than B by the levels",),
    )
    first, second = found.programmes
    said = {"broken": (f"1(a): {EVIL}",), "notes": ("a note",), "placeholder": "Placeholder: not chosen."}
    return replace(found, programmes=(replace(first, notes=("a note",)), replace(second, name=EVIL, **said)))


def grid_words(grid: SmallGrid) -> list[list[str]]:
    return [
        [
            " + ".join(f"{one.title} {one.hours} {one.short} {one.others}".strip() for one in cell)
            for cell in day.cells
        ]
        for day in grid.days
    ]


def table_of(of: Element, name: str) -> Element:
    (found,) = (one for one in of.all("table") if name in one.attributes["class"].split())
    return found


def test_the_table_says_each_value_with_signs_and_words() -> None:
    rows = {row[0].text: row for row in spread(table_of(page(full()), "counts"))}
    assert [cell.text for cell in rows["Counted"]] == ["Counted", "A", "B", "Same"]
    assert [cell.text for cell in rows["Rooms used (rooms, less is better)"][1:]] == ["2* best", "1,200", ""]
    assert [cell.text for cell in rows["Days used (days, less is better)"][1:]] == [
        "3",
        "3",
        "= the same in all",
    ]
    assert rows["Debate (minutes, more is better)"][2].text == "not known"
    assert [cell.text for cell in rows[f"a; b Says a. Says {EVIL}"][1:]] == ["3", "– no such level", ""]
    looks = [cell.attributes["class"] for cell in rows["Rooms used (rooms, less is better)"][1:]]
    assert looks == ["best", "worse", "same"]


@pytest.mark.parametrize("found", [full(), comparison(PLACES, PLACES), comparison(PLACES, MOVED, ODD)])
def test_tables_say_what_their_cells_are(found: Comparison) -> None:
    for table in page(found).all("table"):
        assert len(table.all("caption")) == 1
        laid_out = spread(table)
        assert {cell.attributes["scope"] for cell in laid_out[0]} == {"col"}
        for row in laid_out[1:]:
            assert row[0].name == "th"
            assert row[0].attributes["scope"] in {"row", "rowgroup"}


def test_nothing_of_planners_is_markup_and_nothing_is_fetched() -> None:
    text = comparison_page(full()).decode()
    assert EVIL not in text
    assert text.count("&lt;script&gt;") >= 4
    assert not re.search(r'(src|href)="(?!#)', text)


def test_regions_that_scroll_can_be_reached_by_keyboard_and_have_names() -> None:
    of = page(full())
    regions = [one for one in of.all("div") if one.attributes.get("role") == "region"]
    assert len(regions) == 2 + 2
    assert all(one.attributes["tabindex"] == "0" and one.attributes["aria-label"] for one in regions)
    ids = {
        one.attributes["id"] for name in ("h2", "h3", "tr") for one in of.all(name) if "id" in one.attributes
    }
    assert {one.attributes["href"].removeprefix("#") for one in of.all("a")} <= ids
    assert {one.attributes["aria-labelledby"] for one in of.all("section")} <= ids


def test_the_places_that_differ_stand_in_a_table() -> None:
    rows = [
        [cell.text for cell in row]
        for row in spread(table_of(page(comparison(PLACES, MOVED, MOVED)), "places"))
    ]
    assert rows == [
        ["Meeting", "A", "B", "C"],
        [
            "Round table 3",
            "Conference Room 4, 10:00-13:00 on day-1 (Tuesday 17 May 2022)",
            "Spare Room, 15:00-18:00 on day-1 (Tuesday 17 May 2022)",
            "as B",
        ],
        [
            "Round table 4",
            "Trusteeship Council Chamber, 10:00-13:00 on day-1 (Tuesday 17 May 2022)",
            "not held",
            "as B",
        ],
    ]


def test_what_does_not_differ_is_counted() -> None:
    assert counted(comparison(PLACES, PLACES)) == "All 6 meetings are held at the same places"
    assert (
        counted(comparison(PLACES, MOVED)) == "2 meetings differ in place, 4 are the same in all programmes"
    )
    one = (("plenary-1", "spare-room", "day-2", 10, 13), ("plenary-2", "spare-room", "day-2", 15, 17))
    two = (("plenary-1", "spare-room", "day-2", 10, 13), ("plenary-2", "spare-room", "day-2", 16, 17))
    assert counted(comparison(one, two)) == "1 meeting differs in place, 1 is the same in all programmes"
    assert counted(comparison(one[:1], two[1:])).endswith("none are the same in all programmes")
    text = page(comparison(PLACES, PLACES)).text
    assert "at another place than" not in text
    assert "a dashed border" not in text


def test_grids_have_the_same_days_and_short_rooms_and_marks() -> None:
    first, second = small_grids(comparison(PLACES, MOVED))
    assert first.columns == second.columns == (("Morning", "10:00-13:00"), ("Afternoon", "15:00-18:00"))
    assert [day.name for day in first.days] == ["Hearing day", "Day 1", "Day 2"]
    assert grid_words(first)[1] == ["Round table 3  CR 4 B + Round table 4  TCC B", ""]
    assert grid_words(second)[1] == ["", "Round table 3  SR A"]
    assert grid_words(second)[2][1].startswith("2nd plenary meeting 15:00-17:00 GAH")


def test_other_hours_have_a_column_of_their_own_and_are_said() -> None:
    _, odd = small_grids(comparison(PLACES, ODD))
    assert [name for name, _ in odd.columns] == ["Morning", "Afternoon", "Other hours"]
    words = grid_words(odd)
    assert words[0][2] == "Multi-stakeholder hearing (2 of 2) 19:00-21:00 CR 4 A"
    assert words[1][0] == "Round table 3 12:00-16:00 SR A"
    assert words[2][0] == "1st plenary meeting 09:00-13:00 GAH A"


def test_the_programme_of_an_unknown_forum_is_drawn_with_the_periods_of_the_others() -> None:
    found = comparison(PLACES, MOVED)
    first, second = found.programmes
    strange = replace(found, programmes=(replace(first, periods=(), forum=""), second))
    assert small_grids(strange)[0].columns == small_grids(found)[0].columns
    nobody = replace(found, programmes=(replace(first, periods=()), replace(second, periods=())))
    assert small_grids(nobody)[0].columns == (("Other hours", ""),)


def test_days_that_only_one_programme_has_are_said() -> None:
    of = forum()
    state = state_of_timetable(of, timetable(of))
    unnamed = tuple(one.replace(day="") for one in state.meetings)
    bare = of_states(state, state.replace(meetings=unnamed, days={}))
    first, second = small_grids(bare)
    assert [(day.name, day.date) for day in second.days][::2] == [
        ("", "Monday 16 May 2022"),
        ("", "Tuesday 17 May 2022"),
        ("", "Wednesday 18 May 2022"),
    ]
    assert first.days[0].date == ""
    assert "not a day of this programme" in page(bare).text
    nothing = of_states(state, state.replace(meetings=(), days={}))
    assert {day.date for day in small_grids(nothing)[1].days} == {""}


def test_programmes_of_two_zones_say_the_zone_of_each_time() -> None:
    other = forum(clock=clock("Europe/Paris"))
    states = (
        state_of_timetable(forum(), timetable(forum())),
        state_of_timetable(other, timetable(other, MOVED)),
    )
    text = page(of_states(*states)).text
    assert "on day-1 (Tuesday 17 May 2022), Europe/Paris time" in text
    assert "Times are those of Europe/Paris (CEST, UTC+02:00)" in text


def test_rooms_whose_letters_are_the_same_keep_their_names() -> None:
    assert short_rooms(comparison(PLACES, MOVED)) == {
        "Conference Room 4": "CR 4",
        "General Assembly Hall": "GAH",
        "Spare Room": "SR",
        "Trusteeship Council Chamber": "TCC",
    }
    state = state_of_timetable(forum(), timetable(forum()))
    names = {"conference-room-4": "Green Alpine Hut", "trusteeship-council-chamber": "the annex"}
    renamed = state.replace(rooms=state.rooms | names)
    assert short_rooms(of_states(renamed, renamed)) == {
        "General Assembly Hall": "General Assembly Hall",
        "Green Alpine Hut": "Green Alpine Hut",
        "the annex": "the annex",
    }
    assert "CR 4" not in page(of_states(renamed, renamed)).text


def test_several_forums_are_counted_in_the_title() -> None:
    found = comparison(PLACES, MOVED)
    (heading,) = page(found).all("h1")
    assert heading.text == forum().title
    first, second = found.programmes
    (heading,) = page(replace(found, programmes=(first, replace(second, title="Another")))).all("h1")
    assert heading.text == "2 programmes of 2 forums"


def test_notes_of_several_programmes_stand_once() -> None:
    assert [*notes(full())] == [("A, B", "a note"), ("B", "Placeholder: not chosen")]


def test_what_is_not_known_is_never_0() -> None:
    row = Row("a", "level", "a", "", "less", (None, None, 0), (True, False, False))
    assert [value_words(row, number) for number in range(3)] == ["–", "not known", "0"]


def test_marks_stand_out_without_colour_and_from_their_ground() -> None:
    css = (Path(comparison_html.__file__).parent / "templates" / "comparison.css").read_text(encoding="utf-8")
    assert ".otherwise { border: 2px dashed" in css
    blocks = re.findall(r":root \{(.*?)\n *\}", CSS.read_text(encoding="utf-8"), re.DOTALL)
    for scheme in (colors(blocks[0]) | colors(block) for block in blocks):
        grounds = (
            ("wait", "wait-back"),
            ("ink", "wait-back"),
            ("accent", "wait-back"),
            ("good", "good-back"),
        )
        for text, ground in (*grounds, ("accent", "band"), ("soft", "band")):
            assert contrast(scheme[text], scheme[ground]) >= 4.5, (text, ground)
