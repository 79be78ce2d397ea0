"""The bundled forums to come, and those of other formats: proven programmes from data alone."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from scheduler.judging import judge_data
from scheduler.reading import read_forum
from scheduler.use_cases.schedule import schedule
from tests.golden.folders import DATA, bytes_of, edited

FORUMS = ("imrf-2026", "imrf-2030", "ocean-conference-2025", "national-consultation")
PERIODS = {"morning": "10:00-13:00", "afternoon": "15:00-18:00"}


@pytest.mark.parametrize("name", FORUMS)
def test_a_forum_is_scheduled_to_a_proof_and_again_to_the_same_bytes(name, tmp_path):
    answers = [schedule(DATA / name, tmp_path / run) for run in ("first", "second")]
    assert [answer.status for answer in answers] == ["optimal", "optimal"]
    assert answers[0].programme.verdict.breaches == ()
    assert bytes_of(tmp_path / "first") == bytes_of(tmp_path / "second")


@pytest.mark.parametrize("name", FORUMS)
def test_every_forum_says_where_its_data_comes_from(name):
    sources = (DATA / name / "SOURCES.md").read_text(encoding="utf-8")
    assert "ssumption" in sources
    assert "ource" in sources


def held(name: str, tmp_path: Path) -> dict[str, str]:
    answer = schedule(DATA / name, tmp_path, ("json",))
    clock = answer.forum.clock
    return {
        one.meeting: f"{one.room} {clock.instant(one.start):%Y-%m-%d %H:%M}-{clock.instant(one.end):%H:%M}"
        for one in answer.programme.timetable.placements
    }


def test_the_plenary_of_2026_is_where_the_journal_has_it(tmp_path):
    found = held("imrf-2026", tmp_path)
    assert [found[f"plenary-{number}"] for number in (1, 2, 3, 4)] == [
        "general-assembly-hall 2026-05-07 10:00-13:00",
        "general-assembly-hall 2026-05-07 15:00-18:00",
        "general-assembly-hall 2026-05-08 10:00-13:00",
        "general-assembly-hall 2026-05-08 15:00-18:00",
    ]
    assert not any("chamber" in where for where in found.values())


def test_the_chamber_of_2022_is_taken_in_2026_on_every_half_day():
    forum = read_forum(DATA / "imrf-2026").forum
    taken = [one.window for one in forum.closures if one.room == "trusteeship-council-chamber"]
    for day in forum.clock.days:
        for period in forum.clock.periods:
            start, end = (forum.clock.minute(day.name, at) for at in (period.start, period.end))
            assert any(window.holds(start, end) for window in taken), f"{day.name} {period.name}"


def test_nobody_is_appointed_who_was_not_found():
    for name in ("imrf-2026", "imrf-2030"):
        forum = read_forum(DATA / name).forum
        duties = [duty for one in forum.sessions for duty in one.duties if duty.role == "co-chair"]
        assert len(duties) == 8
        assert all(duty.party is None for duty in duties)
        assert all(one.done is None for one in forum.milestones)


def test_the_week_of_2030_is_the_earliest_without_a_holiday(tmp_path):
    shutil.copytree(DATA, tmp_path / "data")
    folder = tmp_path / "data" / "imrf-2030"
    assert judge_data(*_parts(folder)) == ()
    first = read_forum(folder).forum.clock.days[0].date
    assert (first, first.weekday()) == (date(2030, 1, 7), 0)
    holidays = {one.date for one in read_forum(folder).forum.venue.holidays if one.kind == "holiday"}
    before = {first - timedelta(days=number) for number in range(3, 8)}
    assert date(2030, 1, 1) in before & holidays
    assert not holidays & {first + timedelta(days=number) for number in range(5)}


def _parts(folder: Path):
    reading = read_forum(folder)
    return reading.forum, reading.rules


def test_the_panels_of_the_ocean_conference_have_the_hours_of_the_resolution(tmp_path):
    found = held("ocean-conference-2025", tmp_path)
    hours = [found[f"panel-{number}"].partition(" ")[2] for number in range(1, 11)]
    assert hours == [
        *(
            f"2025-06-{day:02} {PERIODS[period]}"
            for day in (9, 10, 11, 12)
            for period in ("morning", "afternoon")
        ),
        "2025-06-13 09:00-12:00",
        "2025-06-13 13:30-16:30",
    ]
    assert found["plenary-1"] == "plenary-hall 2025-06-09 09:00-13:00"
    assert found["plenary-10"] == "plenary-hall 2025-06-13 16:00-19:00"


def test_a_consultation_in_a_ministry_with_one_room(tmp_path):
    shutil.copytree(DATA, tmp_path / "data")
    folder = tmp_path / "data" / "national-consultation"
    edited(folder / "rooms.yaml", ("  - small-room\n", ""))
    assert schedule(folder, tmp_path / "out", ("json",)).status == "impossible"
    text = (folder / "sessions.yaml").read_text(encoding="utf-8")
    tables, debate = text.replace("minutes: 90", "minutes: 75").rsplit("minutes: 75", 1)
    (folder / "sessions.yaml").write_text(f"{tables}minutes: 60{debate}", encoding="utf-8")
    answer = schedule(folder, tmp_path / "out", ("json",))
    assert answer.status == "optimal"
    assert {one.room for one in answer.programme.timetable.placements} == {"large-room"}


def test_what_the_ministry_discusses_covers_all_objectives():
    forum = read_forum(DATA / "national-consultation").forum
    tables = [one.objectives for one in forum.sessions if one.kind == "round-table"]
    assert sorted(number for table in tables for number in table) == list(range(1, 24))
    assert all(clause.tier != "mandate" for clause in forum.all_clauses)
