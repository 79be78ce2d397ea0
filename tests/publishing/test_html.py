"""The page."""

import re
from pathlib import Path

import pytest

from scheduler.domain.programme import Programme
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Verdict
from scheduler.publishing import timetable_html

from .nasty_programme import nasty
from .page import Element, read, spread
from .programmes import BREACH, ROOMS, UNCITED, forum, programme, released, timetable

CSS = Path(timetable_html.__file__).parent / "templates" / "timetable.css"
OVERLAPS = (
    ("hearing-1", "spare-room", "day-1", 10, 13),
    ("hearing-2", "spare-room", "day-1", 11, 14),
    ("round-table-3", "spare-room", "day-1", 13, 16),
    ("round-table-4", "conference-room-4", "day-1", 10, 16),
    ("plenary-1", "conference-room-4", "day-1", 17, 18),
)


def page(of: Programme) -> Element:
    return read(timetable_html.publish(of)["timetable.html"])


def overlapping() -> Programme:
    of = forum()
    return programme(of, timetable=timetable(of, OVERLAPS))


@pytest.mark.parametrize("of", [programme(), nasty(), released(), overlapping()])
def test_tables_say_what_their_cells_are(of: Programme) -> None:
    for table in page(of).all("table"):
        assert len(table.all("caption")) == 1
        laid_out = spread(table)
        assert {cell.attributes["scope"] for cell in laid_out[0]} == {"col"}
        for row in laid_out[1:]:
            assert (row[0].name, row[0].attributes["scope"]) == ("th", "row")
            assert {cell.name for cell in row[1:]} == {"td"}


def test_the_grid_has_times_by_rooms() -> None:
    hearing, day_1, day_2 = page(programme()).all("table")
    laid_out = spread(day_1)
    assert [cell.text for cell in laid_out[0]] == [
        "Time",
        "Conference Room 4",
        "Trusteeship Council Chamber 600 seats (assumption)",
    ]
    assert [cell.text for cell in laid_out[1]] == [
        "10:00–13:00",
        "Round table Round table 3",
        "Round table Round table 4",
    ]
    assert [row[0].text for row in spread(hearing)[1:]] == ["10:00–13:00", "13:00–15:00", "15:00–18:00"]
    assert spread(hearing)[2][1].text == "No meeting"
    assert "10:00–10:30 Opening segment" in spread(day_2)[1][1].text


def test_meetings_that_overlap_span_what_they_last() -> None:
    laid_out = [[cell.text for cell in row] for row in spread(page(overlapping()).all("table")[0])]
    assert laid_out[0] == ["Time", "Conference Room 4", *["Spare Room 1 seat"] * 2]
    assert [row[0] for row in laid_out[1:]] == [
        "10:00–11:00",
        "11:00–13:00",
        "13:00–14:00",
        "14:00–16:00",
        "16:00–17:00",
        "17:00–18:00",
    ]
    assert len({row[1] for row in laid_out[1:5]}) == 1
    assert laid_out[5][1:] == ["No meeting"] * 3
    assert laid_out[6][2:] == ["", ""]


def test_the_list_has_times_rooms_numbers_and_segments() -> None:
    lists = page(programme()).all("ol")
    assert [len(one.children) for one in lists] == [2, 2, 2]
    plenary = lists[2].children[1]
    assert plenary.attributes["id"] == "meeting-plenary-2"
    assert plenary.text == (
        "15:00 – 17:00 2nd plenary meeting General Assembly Hall · meeting 2 of 2 "
        "15:00–17:00 General debate (continued)"
    )
    assert [one.attributes["datetime"] for one in plenary.all("time")] == [
        "2022-05-18T15:00:00-04:00",
        "2022-05-18T17:00:00-04:00",
    ]
    hearing = lists[0].children[0].text
    assert "Keynote speaker (Opening): Director General of IOM" in hearing
    assert "President of the General Assembly; Director General of IOM" in hearing
    assert "With all relevant stakeholders. Open to the floor." in hearing


def test_a_meeting_past_midnight_says_so() -> None:
    of = forum()
    (placed,) = timetable(of, (("round-table-3", "spare-room", "day-1", 23, 23),)).placements
    night = programme(of, timetable=Timetable(placements=(placed.replace(end=placed.start + 120),)))
    assert "the day after" in page(night).all("ol")[0].text
    assert "23:00–01:00 (+1)" in page(night).all("table")[0].text


def test_the_head_says_what_is_known() -> None:
    facts = page(released()).all("dl")[0]
    assert dict(
        zip([one.text for one in facts.all("dt")], [one.text for one in facts.all("dd")], strict=True)
    ) == {
        "Dates": "16 to 18 May 2022",
        "Place": "United Nations Headquarters, New York",
        "Time zone of all times": "America/New_York (EDT, UTC−04:00)",
        "Status": "Proven best",
        "Release": "Release 3, published",
    }


def test_a_timetable_without_a_proof_says_why() -> None:
    facts = page(programme(status="feasible", verdict=Verdict())).all("dl")[0].text
    assert "Valid, not proven best time ran out before the proof; it may differ from run to run" in facts


def test_breaches_and_clauses_set_aside_are_shown() -> None:
    broken = page(programme(verdict=Verdict(breaches=(BREACH, UNCITED)))).text
    assert "Breaks 2 clauses listed under Breaches" in broken
    assert "18(a)/order (mandate, paragraph 18(a)): round-table-4 ends at 13:00 on day-1." in broken
    assert "one-room (physical, no paragraph): hearing-1 meets hearing-2 in one room." in broken
    assert "no-parallel (practice): Nothing in parallel." in broken
    assert "Four round tables, three meetings." in broken
    kept = page(programme(forum(set_aside=()))).text
    assert "Breaches" not in kept
    assert "set aside" not in kept


def test_a_day_in_few_rooms_leaves_half_of_a_printed_page_to_its_programme() -> None:
    def classes(of: Programme) -> list[str]:
        return re.findall('class="(beside[^"]*)"', timetable_html.publish(of)["timetable.html"].decode())

    assert classes(programme()) == ["beside slim"] * 3
    assert classes(overlapping()) == ["beside"]


def test_seats_are_never_shown_without_their_doubt() -> None:
    text = " ".join(one.text for one in page(programme()).all("body"))
    assert "600 seats (assumption)" in text
    assert "1,800 seats (certainty: low)" in text
    assert len(re.findall("seats? ", text)) == len(re.findall(r"seats? \(", text))


@pytest.mark.parametrize("of", [programme(), nasty()])
def test_the_page_asks_for_nothing(of: Programme) -> None:
    raw = timetable_html.publish(of)["timetable.html"].decode()
    found = page(of)
    for name in (
        "script",
        "img",
        "link",
        "iframe",
        "object",
        "embed",
        "form",
        "base",
        "audio",
        "video",
        "svg",
    ):
        assert found.all(name) == []
    (policy,) = [one for one in found.all("meta") if one.attributes.get("http-equiv")]
    assert policy.attributes["http-equiv"] == "Content-Security-Policy"
    assert policy.attributes["content"] == "default-src 'none'; style-src 'unsafe-inline'"
    style = found.all("style")[0].text
    assert "url(" not in style
    assert "@import" not in style
    assert " src=" not in re.sub(r">[^<]*<", "><", raw)


def test_links_lead_within_the_page_or_to_what_the_data_names() -> None:
    allowed = {
        "https://example.org/forum",
        "https://example.org/hearing",
        "https://webtv.example.org/hearing",
        "https://example.org/a;b,c?d=%20&e=1#f",
    }
    for of in (programme(), nasty()):
        found = page(of)
        ids = [
            element.attributes["id"]
            for name in ("h2", "li")
            for element in found.all(name)
            if "id" in element.attributes
        ]
        assert len(ids) == len(set(ids))
        for link in (one.attributes["href"] for one in found.all("a")):
            assert link in allowed or link.removeprefix("#") in ids


def test_what_planners_write_is_never_markup() -> None:
    raw = timetable_html.publish(nasty())["timetable.html"].decode()
    assert "<script" not in raw
    assert "<b>" not in raw
    assert "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;" in raw
    assert "{{ 7 * 7 }} {% raw %}" in raw
    assert [one for one in raw if one < " " and one != "\n"] == []
    assert [one for one in raw if one in "\x7f\x85\u2028\u2029\u202e\ufeff"] == []


def test_every_attribute_of_language_and_direction_is_set() -> None:
    found = page(programme())
    assert found.all("html")[0].attributes["lang"] == "en"
    assert found.all("title")[0].text == "International Migration Review Forum 2022: timetable"
    assert all(heading.attributes["dir"] == "auto" for heading in found.all("h4"))
    assert [one.attributes["charset"] for one in found.all("meta") if "charset" in one.attributes] == [
        "utf-8"
    ]


def test_headings_come_in_their_order() -> None:
    names = [one.name for name in ("h1", "h2", "h3", "h4") for one in page(programme()).all(name)]
    assert names == ["h1", *["h2"] * 4, *["h3"] * 3, *["h4"] * 6]


def test_a_single_day_needs_no_list_of_days() -> None:
    assert page(overlapping()).all("nav") == []
    assert len(page(programme()).all("nav")[0].all("a")) == 3


def test_a_wide_day_has_its_list_below() -> None:
    rooms = tuple(ROOMS[0].replace(room=f"room-{number}") for number in range(5))
    of = forum(rooms=rooms)
    meetings = ("hearing-1", "hearing-2", "round-table-3", "round-table-4", "plenary-1")
    places = tuple((one, f"room-{number}", "day-1", 10, 13) for number, one in enumerate(meetings))
    assert (
        "beside wide"
        in timetable_html.publish(programme(of, timetable=timetable(of, places)))["timetable.html"].decode()
    )
    assert "beside wide" not in timetable_html.publish(programme())["timetable.html"].decode()


def test_an_empty_timetable_says_so() -> None:
    bare = programme(forum(url=""), timetable=Timetable(placements=()))
    assert "No meeting is placed." in page(bare).text
    assert page(bare).all("a") == []


def colors(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6})", css))


def luminance(color: str) -> float:
    """Measure a colour as WCAG 2.2 defines relative luminance."""
    parts = [int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_every_text_stands_out_from_its_ground() -> None:
    schemes = [
        colors(block)
        for block in re.findall(r":root \{(.*?)\n *\}", CSS.read_text(encoding="utf-8"), re.DOTALL)
    ]
    assert [len(scheme) for scheme in schemes] == [26, 26, 25]
    for scheme in schemes:
        full = schemes[0] | scheme
        pairs = [(text, ground) for text in ("ink", "soft", "accent") for ground in ("paper", "canvas")]
        pairs += [
            ("ink", "band"),
            ("soft", "band"),
            ("good", "good-back"),
            ("wait", "wait-back"),
            ("bad", "bad-back"),
        ]
        pairs += [(text, f"k{number}-back") for number in range(6) for text in ("ink", "soft", f"k{number}")]
        for text, ground in pairs:
            assert contrast(full[text], full[ground]) >= 4.5, (text, ground)
        assert contrast(full["focus"], full["paper"]) >= 3


def test_a_day_with_many_rooms_is_printed_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = [[cell.text for cell in row] for row in spread(page(programme()).all("table")[1])]
    monkeypatch.setattr(timetable_html, "WIDEST", 1)
    monkeypatch.setattr(timetable_html, "ON_PAPER", 1)
    tables = page(programme()).all("table")
    captions = [table.all("caption")[0].text for table in tables]
    assert captions[1:4] == [
        "Meetings by time and room",
        "Meetings by time and room, part 1 of 2",
        "Meetings by time and room, part 2 of 2",
    ]
    parts = [[[cell.text for cell in row] for row in spread(table)] for table in tables[2:4]]
    assert [row[:2] for row in whole] == parts[0]
    assert [[row[0], row[2]] for row in whole] == parts[1]
    css = CSS.read_text(encoding="utf-8")
    assert ".parts { display: none; }" in css
    assert ".parts { display: block; }" in css.partition("@media print")[2]
