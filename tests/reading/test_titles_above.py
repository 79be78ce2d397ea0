"""Tables with something above the row that names their columns, and cells left empty."""

from pathlib import Path

import pytest

from scheduler.domain.forum import Forum
from scheduler.reading import read_timetable
from tests.reading.sheets import put, refused
from tests.reading.test_tables import TABLE


@pytest.mark.parametrize("mark", [",", ";"])
def test_a_title_above_the_columns_is_passed_over(mark: str, forum: Forum, tmp_path: Path) -> None:
    text = "My programme, as of 2 March\n\n" + TABLE.replace(",", mark)
    read = read_timetable(put(tmp_path, "a.csv", text), forum)
    assert len(read.timetable.placements) == 4
    assert read.not_judged[0].startswith('not read above the table: "My programme')


def test_lines_are_counted_from_the_title(forum: Forum, tmp_path: Path) -> None:
    text = "My programme\n" + TABLE.replace("talk,annex", "talk,barn")
    assert [one[:2] for one in refused(put(tmp_path, "a.csv", text), forum)] == [(3, "room")]


_HEAD, _MORNING = "meeting,room,start,end\n", "2030-03-12 10:00"


@pytest.mark.parametrize(
    ("row", "field", "said"),
    [
        (f"talk,hall,{_MORNING},", "end", "2030-03-12 13:00, 180 minutes after its start"),
        (f"talk,hall,,{_MORNING}", "start", "2030-03-12 07:00, 180 minutes before its end"),
        (f"plenary-2,hall,{_MORNING},", "end", "2030-03-12 12:00, 120 minutes after its start"),
        (f"Plenary,hall,{_MORNING},", "end", "a date and time such as 2030-03-08 10:00"),
    ],
)
def test_an_empty_time_follows_from_the_length(
    row: str, field: str, said: str, forum: Forum, tmp_path: Path
) -> None:
    found = refused(put(tmp_path, "a.csv", _HEAD + row), forum)
    assert found == [(2, field, f"is missing. Maybe {said}")]


def test_the_meetings_of_a_session_may_be_of_one_length(forum: Forum, tmp_path: Path) -> None:
    session = forum.session_by_id["plenary"].replace(minutes=90)
    sessions = tuple(session if one.session == "plenary" else one for one in forum.sessions)
    found = refused(
        put(tmp_path, "a.csv", f"{_HEAD}Plenary,hall,{_MORNING},"), forum.replace(sessions=sessions)
    )
    assert found == [(2, "end", "is missing. Maybe 2030-03-12 11:30, 90 minutes after its start")]


def test_nothing_follows_from_an_end_that_is_wrong_too(forum: Forum, tmp_path: Path) -> None:
    found = refused(put(tmp_path, "a.csv", f"{_HEAD}talk,hall,soon,"), forum)
    form = "a date and time such as 2030-03-08 10:00"
    assert [one[2] for one in found] == [
        f"is missing. Maybe {form}",
        f"'soon' is no date and time. Maybe {form}",
    ]
