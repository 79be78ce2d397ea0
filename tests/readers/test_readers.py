"""Every reader finds the meetings of a calendar at the instants at which they are held."""

import os
from datetime import datetime

import pytest

from scheduler.domain.programme import Programme
from scheduler.publishing import calendars
from scheduler.reading import read_forum
from tests.calendars.story import three
from tests.publishing.nasty_programme import nasty
from tests.publishing.test_calendars import PROGRAMMES

from . import readers
from .readers import HERE, READERS, Missing


def printed() -> Programme:
    """Return the programme of the 2022 forum as it was given out."""
    forum = read_forum(HERE.parents[1] / "data/imrf-2022").forum
    assert forum.release
    return Programme(forum=forum, timetable=forum.release.timetable, status="optimal", release=1)


CALENDARS = {**PROGRAMMES, "nasty": nasty, "imrf-2022": printed}


def held(programme: Programme) -> list[tuple[int, int]]:
    clock = programme.forum.clock
    return sorted(
        (int(clock.instant(one.start).timestamp()), int(clock.instant(one.end).timestamp()))
        for one in programme.timetable.placements
    )


def read(reader, file):
    """Read a calendar, or say aloud that this machine cannot."""
    try:
        return READERS[reader](file)
    except Missing as missing:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(str(missing))


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", CALENDARS)
@pytest.mark.filterwarnings("default")
def test_every_reader_finds_the_same_instants(tmp_path, name, reader):
    programme = CALENDARS[name]()
    file = tmp_path / "all.ics"
    file.write_bytes(calendars.publish(programme)["calendars/all.ics"])
    found = read(reader, file)
    assert sorted(found.values()) == held(programme)
    assert found == READERS["icalendar"](file)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.filterwarnings("default")
def test_the_calendars_of_rooms_and_sessions_agree_with_the_one_of_all(tmp_path, reader):
    files = calendars.publish(printed())
    (tmp_path / "all.ics").write_bytes(files["calendars/all.ics"])
    everything = read(reader, tmp_path / "all.ics")
    for family in ("rooms", "sessions"):
        found = {}
        for path, content in files.items():
            if path.startswith(f"calendars/{family}/"):
                (tmp_path / "one.ics").write_bytes(content)
                found |= read(reader, tmp_path / "one.ics")
        assert found == everything


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.filterwarnings("default")
def test_every_reader_finds_what_is_cancelled(tmp_path, reader):
    files = calendars.publish(three()[1])
    for name in ("all", "cancellations"):
        (tmp_path / f"{name}.ics").write_bytes(files[f"calendars/{name}.ics"])
    ((uid, times),) = read(reader, tmp_path / "cancellations.ics").items()
    found = read(reader, tmp_path / "all.ics")
    assert (len(found), found[uid]) == (6, times)
    both = ("2022-11-05T10:00-04:00", "2022-11-05T13:00-04:00")
    assert times == tuple(int(datetime.fromisoformat(one).timestamp()) for one in both)


def test_a_reader_that_is_missing_is_skipped_and_under_ci_fails(monkeypatch, tmp_path):
    monkeypatch.setattr(readers.shutil, "which", lambda _: None)
    monkeypatch.setenv("CI", "true")
    with pytest.raises(Missing, match=r"ical\.js is not installed"):
        read("ical.js", tmp_path)
    monkeypatch.setenv("CI", "")
    with pytest.raises(pytest.skip.Exception, match=r"ical\.js is not installed"):
        read("ical.js", tmp_path)
