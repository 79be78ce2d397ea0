"""Many layouts as a page and a table: complete, safe, and readable without the script."""

import csv
import io
import json
import re
from dataclasses import replace
from itertools import pairwise

import pytest

from scheduler.publishing.formulas import neutral
from scheduler.publishing.layouts import publish_layouts
from scheduler.publishing.layouts_csv import head
from scheduler.publishing.layouts_data import data
from scheduler.publishing.layouts_front import causes, cells_words, points
from scheduler.publishing.layouts_grid import in_order
from scheduler.publishing.layouts_html import MOST_CAUSES, page, script
from scheduler.publishing.layouts_pivots import change_words, pivots, range_words
from scheduler.publishing.layouts_values import Axis, AxisValue, PlacedMeeting, Problem
from scheduler.publishing.layouts_words import Measure, measured_words, measures, sentence
from scheduler.publishing.plain_words import named

from .layouts_cases import CLASH, EID, OWN, layouts
from .nasty_programme import NASTY
from .page import Element, read, spread
from .programmes import forum
from .test_html import CSS, colors, contrast

FEWER = Measure("rooms-used", "Rooms used", "", "rooms", "less")
MORE = Measure("general-debate-minutes", "General debate", "", "minutes", "more")
PAGE = page(layouts())


def section(of: bytes, name: str) -> Element:
    return next(one for one in read(of).all("section") if one.attributes["id"] == name)


def evil():
    """Return a sweep in which every text of a planner is meant to do harm."""
    found = layouts(weeks=2)
    texts = iter(NASTY * 9)
    axes = tuple(
        Axis(
            axis.id, next(texts), tuple(AxisValue(one.id, next(texts), (next(texts),)) for one in axis.values)
        )
        for axis in found.axes
    )
    placed = tuple(PlacedMeeting("one", text, text, text, "10:00", "13:00") for text in NASTY)
    problems = tuple(
        Problem(one.number, one.status, placed if one.meetings else (), NASTY if one.reasons else ())
        for one in found.problems
    )
    cells = tuple(replace(one, notes=NASTY) for one in found.cells)
    titled = found.forum.replace(title=NASTY[0], placeholder=NASTY[8])
    return replace(found, forum=titled, axes=axes, problems=problems, cells=cells)


def unsolved():
    """Return three cells: one that was not come to, one ruled out before it was a problem, one possible."""
    found = layouts(weeks=1)
    one, other, possible = found.cells[:3]
    late = replace(one, problem=0, status="unknown", reasons=())
    closed = replace(other, problem=0, status="impossible", reasons=(OWN,), levels=(), criteria=None)
    return replace(found, cells=(late, closed, possible))


def test_both_files_come_out_the_same_again():
    files = publish_layouts(layouts())
    assert list(files) == ["layouts.csv", "layouts.html"]
    assert publish_layouts(layouts()) == files


def test_the_table_has_a_row_for_each_cell():
    rows = list(csv.DictReader(io.StringIO(publish_layouts(layouts())["layouts.csv"].decode())))
    assert len(rows) == 60
    assert rows[0] == {
        "layout": "1",
        "Week": "Week 1 of 2030",
        "Rooms open": "Every room",
        "Length of round tables": "180 minutes",
        "Interpretation teams": "1 team",
        "Place": "New York",
        "status": "Impossible",
        "problem": "1",
        "on the front": "no",
        "Level 1: Stay with the last release": "",
        "Level 2: Two hours for the summaries": "",
        "Rooms used": "",
        "Interpretation teams at the peak": "",
        "Time for the general debate (minutes)": "",
        "Speakers at 3 minutes each": "",
        "Moves from the last release (meetings)": "",
        "notes": "",
        "reasons": " ".join(CLASH),
    }
    possible = rows[20]
    assert (possible["on the front"], possible["Level 2: Two hours for the summaries"]) == ("yes", "120")
    assert possible["notes"] == f"{EID} The afternoon is long."
    assert rows[8]["reasons"] == OWN


def test_cells_that_were_not_solved_have_no_problem():
    found = unsolved()
    rows = list(csv.DictReader(io.StringIO(publish_layouts(found)["layouts.csv"].decode())))
    said = [(row["status"], row["problem"], row["reasons"]) for row in rows]
    assert said == [
        ("Not found out in the time given", "", ""),
        ("Impossible", "", OWN),
        ("Possible", "3", ""),
    ]
    facts = read(page(found)).all("header")[0].text
    assert "Not found out in the time given 1" in facts


def test_no_cell_of_the_table_is_run_as_a_formula():
    rows = list(csv.reader(io.StringIO(publish_layouts(evil())["layouts.csv"].decode())))
    cells = [cell.lstrip(" ") for row in rows for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]
    assert [cell for cell in cells if cell.startswith("'=1+1")]
    assert neutral("  =1") == "'  =1"


@pytest.mark.parametrize("found", [layouts(), evil()])
def test_the_data_cannot_leave_its_element(found):
    text = data(found)
    assert not re.search("[<>&\u2028\u2029]", text)
    document = json.loads(text)
    titles = [named(one.title, one.id) for one in found.axes[0].values]
    assert [title for _, title, _ in document["axes"][0]["values"]] == titles
    (holder, _) = read(page(found)).all("script")
    assert json.loads(holder.text) == document


def test_problems_and_texts_stand_in_the_data_once():
    document = json.loads(data(layouts()))
    assert [one[0] for one in document["problems"]] == list(range(13))
    assert len(set(document["texts"])) == len(document["texts"])
    assert len(document["places"]) == 6


def test_a_year_of_cells_is_a_small_file():
    assert len(publish_layouts(layouts(weeks=168))["layouts.html"]) < 400_000


def test_the_page_has_one_script_and_fetches_nothing():
    text = PAGE.decode()
    assert not re.search(r"""( src=|url\(|@import|https?://|fetch\(|XMLHttp|innerHTML)""", text)
    assert "</" not in script()
    assert "<!--" not in script()
    (policy,) = (
        one.attributes["content"] for one in read(PAGE).all("meta") if "http-equiv" in one.attributes
    )
    assert re.fullmatch(
        r"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-[A-Za-z0-9+/]{43}='", policy
    )


def test_what_planners_wrote_is_escaped():
    text = page(evil()).decode()
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text
    assert "<b>bold" not in text


@pytest.mark.parametrize("found", [layouts(), evil()])
def test_tables_say_what_their_cells_are(found):
    for table in read(page(found)).all("table"):
        assert len(table.all("caption")) == 1
        if table.all("td"):
            laid_out = spread(table)
            assert {cell.attributes["scope"] for cell in laid_out[0]} == {"col"}
            assert {row[0].attributes["scope"] for row in laid_out[1:]} == {"row"}


def headings(element: Element) -> list[int]:
    own = [int(element.name[1])] if re.fullmatch("h[1-6]", element.name) else []
    return own + [level for child in element.children for level in headings(child)]


def test_headings_are_in_order_and_ids_are_once():
    levels = headings(read(PAGE))
    assert levels[0] == 1
    assert all(now <= before + 1 for before, now in pairwise(levels))
    ids = re.findall(r' id="([^"]*)"', PAGE.decode())
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'(?:aria-labelledby|href)="#?([^"]*)"', PAGE.decode())) <= set(ids)


def test_the_head_counts():
    facts = {one.all("dt")[0].text: one.all("dd")[0].text for one in read(PAGE).all("div") if one.all("dt")}
    assert facts == {
        "Layouts looked at": "60 5 × 3 × 2 × 2 × 1",
        "Different problems solved": "12 layouts that are the same problem are solved once",
        "Possible": "38 proven",
        "Possible, not proven best": "8",
        "Impossible": "14 proven",
        "On the Pareto front": "14",
    }


def test_the_head_of_a_sweep_without_a_possible_cell():
    found = layouts(weeks=1)
    cells = tuple(one for one in found.cells if one.status == "impossible")
    text = read(page(replace(found, cells=cells))).text
    assert "Possible 0 proven" in text
    assert "On the Pareto front" not in text.split("Explore")[0]
    assert "No layout is on it." in text


def test_a_placeholder_is_said():
    assert "placeholder" not in [one.attributes.get("class") for one in read(PAGE).all("header")[0].all("p")]
    found = layouts(weeks=1)
    text = read(page(replace(found, forum=forum(placeholder="the week is not chosen")))).text
    assert "Placeholder: the week is not chosen." in text


def test_the_front_puts_equal_layouts_together():
    first, second = points(layouts())
    assert (first.numbers, first.cells) == (
        ("1", "1", "150"),
        "10 layouts: 7, 8, 19, 20, 31, 32, 43, 44 and 2 more",
    )
    assert first.values == ("any of 5", "Conference rooms only", "90 minutes", "any of 2")
    assert (first.problems, first.grid.days) == (2, ("hearing-day", "day-1"))
    assert second.values[0] == "Week 2 of 2030, Week 3 of 2030, Week 4 of 2030, Week 5 of 2030"
    text = section(PAGE, "front").text
    assert "10:00–11:30 Round table 3 Conference Room 4" in text
    assert "They are 2 different problems; the grid is that of the first layout." in text


def test_more_choices_than_are_shown_are_counted():
    found = layouts(weeks=1)
    cell = found.cells[6]
    many = tuple(
        replace(cell, number=number, criteria={"rooms-used": number, "speakers-at-3-minutes": None})
        for number in range(1, 44)
    )
    text = section(page(replace(found, cells=many)), "front").text
    assert "Choice 40" in text
    assert "Choice 41" not in text
    assert "3 more stand in layouts.csv." in text
    assert cells_words(many[:1]) == "layout 1"


def test_each_value_says_what_it_comes_to():
    weeks, rooms, lengths, _ = pivots(layouts())
    assert [(row.cells, row.possible) for row in weeks.rows] == [(12, 6), *[(12, 10)] * 4]
    assert weeks.rows[1].ranges == (
        "1; typically 2, at worst 3",
        "1; typically 1, at worst 2",
        *weeks.rows[0].ranges[2:3],
        "120",
    )
    assert rooms.paired == ()
    assert lengths.paired == (
        "Of 30 pairs of layouts that differ in nothing else, 18 are possible both ways, 0 only with 180 "
        "minutes, and 10 only with 90 minutes.",
        "Rooms used: −1 to 0; better in 5, the same in 13, worse in 0.",
        "Interpretation teams at the peak: −1 to 0; better in 14, the same in 4, worse in 0.",
        "Speakers at 3 minutes each: −38; better in 0, the same in 0, worse in 18.",
        "Level 2: the same in all of them.",
    )
    assert "If it is 90 minutes instead of 180 minutes:" in section(PAGE, "values").text


def test_values_without_a_possible_layout():
    found = layouts(weeks=1)
    few = replace(found, cells=tuple(one for one in found.cells if one.values[1] == "hall"))
    row = pivots(few)[0].rows[0]
    assert (row.cells, row.possible, row.ranges) == (0, 0, ())
    assert "0 of 4" in section(page(few), "values").text
    (single,) = (axis for axis in found.axes if len(axis.values) == 1 and axis.id == "zone")
    fixed = replace(
        found, axes=(single,), cells=tuple(replace(one, values=("new-york",)) for one in found.cells)
    )
    assert "No axis has more than one value." in section(page(fixed), "values").text


def test_what_is_not_known_is_counted():
    found = layouts(weeks=1)
    late = replace(found.cells[3], status="unknown", levels=(), criteria=None, on_front=False)
    some = replace(found, cells=(*found.cells[:3], late, *found.cells[4:]))
    _, lengths, _ = pivots(some)
    assert lengths.paired[0].endswith("Of 1 it is not known.")
    assert "1 not known" in section(page(some), "values").text


def test_numbers_in_words():
    assert range_words((3, 1, 2, None), FEWER) == "1; typically 2, at worst 3"
    assert range_words((3, 1, 2), MORE) == "3; typically 2, at worst 1"
    assert range_words((2, 2), FEWER) == "2"
    assert range_words((None,), FEWER) == "not known"
    assert change_words(MORE, [30, 60]) == [
        "General debate (minutes): +30 to +60; better in 2, the same in 0, worse in 0."
    ]
    assert change_words(MORE, []) == []
    assert measured_words(None) == "not known"
    assert measured_words(1234) == "1,234"
    assert sentence(" Really?\n") == "Really?"


def test_levels_are_said_by_their_clauses():
    unsaid = layouts().forum.replace(levels=(("gone",),))
    found = replace(layouts(weeks=1), forum=unsaid)
    assert [(one.heading, one.says) for one in measures(found)][:1] == [("Level 1", "gone")]
    (_, _, rooms, *_) = measures(layouts())
    assert (rooms.id, rooms.chosen) == ("rooms-used", True)


def test_impossible_layouts_are_put_together_by_their_reasons():
    found = causes(layouts())
    assert [(one.reasons, one.verified, one.cells[:9]) for one in found] == [
        (CLASH, True, "5 layouts"),
        (CLASH, False, "5 layouts"),
        ((OWN,), True, "4 layouts"),
    ]
    assert found[2].common == ("Week: Week 1 of 2030", "Rooms open: Without the Trusteeship Council Chamber")
    text = section(PAGE, "impossible").text
    assert text.count("Not verified in the time given: this may name more than it has to.") == 1


def test_reasons_that_nobody_found_and_too_many_of_them():
    found = layouts(weeks=1)
    lost = [replace(one, status="impossible", reasons=(), levels=(), criteria=None) for one in found.cells]
    none = tuple(replace(one, reasons=(), meetings=()) for one in found.problems)
    assert (
        "What makes it impossible was not found out."
        in page(replace(found, cells=tuple(lost), problems=none)).decode()
    )
    many = tuple(replace(lost[0], number=number, reasons=(f"Reason {number}",)) for number in range(1, 70))
    text = section(page(replace(found, cells=many, problems=none)), "impossible").text
    assert f"Reason {MOST_CAUSES}." in text
    assert f"Reason {MOST_CAUSES + 1}." not in text
    assert "9 more sets of reasons stand in layouts.csv." in text
    possible = replace(found, cells=(found.cells[1],))
    assert "No layout was proven impossible." in section(page(possible), "impossible").text


def test_what_was_left_out_and_noted_is_said():
    text = section(PAGE, "looked-at").text
    assert "Left out: The week of 15 April 2030: Friday 19 April is Good Friday." in text
    assert f"Week 2 of 2030 {EID}" in text
    assert "assumptions" in text
    certain = forum()
    rooms = tuple(room.replace(seats_certainty="high", certainty="high") for room in certain.rooms)
    venue = certain.venue.replace(interpretation=certain.venue.interpretation.replace(certainty="high"))
    sure = tuple(
        one.replace(certainty="high", segments=tuple(part.replace(certainty="high") for part in one.segments))
        for one in certain.sessions
    )
    clauses = tuple(one.replace(certainty="high") for one in certain.clauses)
    known = certain.replace(rooms=rooms, venue=venue, sessions=sure, clauses=clauses)
    assert "assumes" not in section(page(replace(layouts(weeks=1), forum=known)), "looked-at").text


def test_meetings_are_in_the_order_of_time():
    other = PlacedMeeting("late", "Late", "Annex", "a day of another forum", "09:00", "10:00")
    spelt = PlacedMeeting("first", "First", "Annex", "Hearing day", "09:00", "10:00")
    meetings = (other, *layouts().problems[1].meetings, spelt)
    assert [one.title for one in in_order(forum(), meetings)] == [
        "First",
        "Hearing & more",
        "Round table 3",
        "Round table 4",
        "Late",
    ]


def test_every_text_stands_out_from_its_ground():
    css = CSS.read_text(encoding="utf-8")
    schemes = [colors(block) for block in re.findall(r":root \{(.*?)\n *\}", css, re.DOTALL)]
    for scheme in schemes:
        full = schemes[0] | scheme
        for text, ground in (
            ("ink", "k0-back"),
            ("soft", "k0-back"),
            ("soft", "band"),
            ("good", "good-back"),
        ):
            assert contrast(full[text], full[ground]) >= 4.5, (text, ground)


def test_the_table_says_that_something_stands_in():
    found = layouts()
    standing_in = replace(found, forum=found.forum.replace(placeholder="the week is not chosen"))
    assert head(standing_in)[0] == "layout (placeholder)"
    assert head(replace(found, forum=found.forum.replace(placeholder="")))[0] == "layout"
