"""Made-up conferences: as large as they are asked for, the same for a seed, and always possible."""

import pytest

from scheduler.domain.timetable import Placement, Timetable, arranged
from scheduler.domain.window import time_of_day
from scheduler.judging import judge
from scheduler.reading import read_forum
from scheduler.use_cases.schedule import schedule
from tests.bench.synthetic import Size, Synthetic
from tests.bench.synthetic_forum import LENGTH, SLOTS_A_DAY, begins, window, write

SMALL = Size(sessions=24, rooms=4, slots=20, hard=50, soft=40, parties=30, changes=6, released=True)


@pytest.fixture(scope="module")
def conference():
    return Synthetic(SMALL, 1)


@pytest.fixture(scope="module")
def reading(conference, tmp_path_factory):
    return read_forum(write(conference, tmp_path_factory.mktemp("data")))


def planted(conference, forum) -> Timetable:
    places = []
    for number, (slot, room) in enumerate(conference.planted, 1):
        day, at = f"day-{slot // SLOTS_A_DAY + 1}", f"{begins(slot):%H:%M}"
        start = forum.clock.minute(day, time_of_day(at))
        places.append((f"session-{number}", f"room-{room + 1}", start, start + LENGTH))
    return arranged([Placement(meeting=m, room=r, start=s, end=e) for m, r, s, e in places])


def test_it_has_what_was_asked_for(conference, reading):
    forum = reading.forum
    assert (len(forum.sessions), len(forum.rooms), len(forum.parties)) == (24, 4, 30)
    options = {rule.clause.clause: rule.options for rule in reading.rules}
    assert (len(options["never-together"].pairs), len(options["wished-apart"].pairs)) == (50, 40)
    wishes = [said.sessions.session for name, said in options.items() if name.startswith("wished-windows/")]
    assert sum(map(len, wishes)) == 8
    assert len(forum.closures) + sum(name.startswith("outside/") for name in options) == 6
    assert {len(session.duties) for session in forum.sessions} == {3}


def test_the_planted_timetable_keeps_all_that_has_not_changed(conference, reading, tmp_path):
    before = read_forum(write(Synthetic(Size(24, 4, 20, 50, 40, 30, released=True), 1), tmp_path))
    assert planted(conference, before.forum) == before.forum.release.timetable
    assert judge(before.forum, before.rules, before.forum.release.timetable).breaches == ()
    now = judge(reading.forum, reading.rules, reading.forum.release.timetable).breaches
    assert len({breach.subject for breach in now}) == 6


def test_it_is_the_same_for_a_seed_and_another_for_another(conference, tmp_path):
    def text(seed, folder):
        write(Synthetic(SMALL, seed), tmp_path / folder)
        files = sorted(path for path in (tmp_path / folder).rglob("*") if path.is_file())
        return [path.read_text(encoding="utf-8") for path in files]

    assert text(1, "one") == text(1, "other")
    assert text(1, "one") != text(2, "third")


def test_it_is_solved_with_no_more_moves_than_changes(conference, tmp_path):
    answer = schedule(write(conference, tmp_path / "data"), tmp_path / "out", ("json",))
    assert (answer.status, answer.faults) == ("optimal", ())
    assert answer.programme.levels[0].value == 6


def test_without_pairs_no_clause_speaks_of_them(tmp_path):
    bare = Size(sessions=2, rooms=1, slots=11, hard=0, soft=0)
    reading = read_forum(write(Synthetic(bare, 1), tmp_path))
    rules = {rule.name() for rule in reading.rules}
    assert not rules & {"never-together", "wished-apart", "keep-to-release"}
    assert reading.forum.levels == (("wished-windows/1",),)
    assert window(10) == "day-2 09:00-09:45"
