"""The timetable as plain text."""

from unicodedata import category

import pytest

from scheduler.domain.session import Session
from scheduler.domain.timetable import Timetable
from scheduler.domain.venue import Venue
from scheduler.publishing import timetable_text
from scheduler.publishing.text_cells import width, wrapped

from .nasty_programme import nasty
from .programmes import MORNING, ROOMS, forum, programme, released, timetable

DAY_1 = """\
Day 1, Tuesday 17 May 2022

            | Conference Room 4                        | Trusteeship Council Chamber
------------+------------------------------------------+-----------------------------------------
10:00-13:00 | Round table 3                            | Round table 4
------------+------------------------------------------+-----------------------------------------
"""
DAY_2 = """\
Day 2, Wednesday 18 May 2022

            | General Assembly Hall
------------+-----------------------------------------
10:00-13:00 | 1st plenary meeting
------------+-----------------------------------------
13:00-15:00 | (no meeting)
------------+-----------------------------------------
15:00-17:00 | 2nd plenary meeting
------------+-----------------------------------------

10:00-13:00 1st plenary meeting, General Assembly Hall
    10:00-10:30 Opening segment
    10:30-13:00 General debate

15:00-17:00 2nd plenary meeting, General Assembly Hall
    15:00-17:00 General debate (continued)
"""


def test_a_day_is_a_grid_with_the_segments_under_it() -> None:
    text = timetable_text.grid(programme())
    assert f"\n\n{DAY_1}\n" in text
    assert text.endswith(DAY_2)


def test_the_head_says_what_and_where_and_how_sure() -> None:
    assert timetable_text.grid(programme()).split("\n")[:5] == [
        "International Migration Review Forum 2022",
        "16 to 18 May 2022, United Nations Headquarters, New York",
        "Times in America/New_York (EDT, UTC-04:00)",
        "Proven: nothing better exists. Not released.",
        "",
    ]
    assert "nothing better exists. Release 3, published.\n" in timetable_text.grid(released())


def test_the_file_is_what_the_command_prints() -> None:
    assert timetable_text.publish(programme()) == {"timetable.txt": timetable_text.grid(programme()).encode()}


@pytest.mark.parametrize("of", [programme(), nasty()])
def test_no_line_is_longer_than_a_page_or_ends_in_spaces(of: object) -> None:
    for line in timetable_text.grid(of).split("\n"):  # type: ignore[arg-type]
        assert width(line) <= 100
        assert line == line.rstrip()
        assert not [one for one in line if category(one) in {"Cc", "Zl", "Zp"}]


def test_meetings_that_begin_at_other_times_share_rows() -> None:
    of = forum()
    places = (
        ("round-table-3", "conference-room-4", "day-1", 10, 13),
        ("round-table-4", "spare-room", "day-1", 11, 14),
    )
    text = timetable_text.grid(programme(of, timetable=timetable(of, places)))
    assert (
        """\
10:00-11:00 | Round table 3                            |
------------+-                                        -+-----------------------------------------
11:00-13:00 |                                          | Round table 4
------------+------------------------------------------+-
13:00-14:00 |                                          |
------------+------------------------------------------+-----------------------------------------
"""
        in text
    )


def test_a_busy_day_is_shown_in_several_grids() -> None:
    rooms = tuple(ROOMS[0].replace(room=f"room-{number}", name=f"Room {number}") for number in range(9))
    sessions = tuple(
        Session(session=f"talk-{number}", kind="talk", title="T", minutes=60) for number in range(9)
    )
    of = forum(rooms=rooms, sessions=sessions)
    places = tuple((f"talk-{number}", f"room-{number}", "day-1", 10, 11) for number in range(9))
    text = timetable_text.grid(programme(of, timetable=timetable(of, places)))
    heads = [line.split("|")[1:] for line in text.split("\n") if line.startswith("            |")]
    assert [[name.strip() for name in head] for head in heads] == [
        ["Room 0", "Room 1", "Room 2", "Room 3"],
        ["Room 4", "Room 5", "Room 6", "Room 7"],
        ["Room 8"],
    ]


def test_an_empty_timetable_says_so() -> None:
    bare = forum(venue=Venue(venue="nowhere", name="", city="", periods=(MORNING,), rooms=ROOMS))
    text = timetable_text.grid(programme(bare, timetable=Timetable(placements=())))
    assert text.endswith("No meeting is placed.\n")
    assert "16 to 18 May 2022\n" in text


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("日本", 4), ("e\u0301", 1), ("a\u200db", 2), ("🌍", 2)]
)
def test_width_is_what_a_terminal_shows(text: str, columns: int) -> None:
    assert width(text) == columns


def test_words_are_broken_only_where_they_must_be() -> None:
    assert wrapped("one two three", 7) == ["one two", "three"]
    assert wrapped("x" * 7, 3) == ["xxx", "xxx", "x"]
    assert wrapped("日本日本", 5) == ["日本", "日本"]
    assert wrapped("", 5) == []
