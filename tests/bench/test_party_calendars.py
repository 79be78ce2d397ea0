"""The bench of party calendars: as many as it says, with the statements it says, and both sides the same."""

from pathlib import Path

import pytest

from bench import __main__ as bench
from bench import party_calendars
from bench.figures import Figure
from bench.timing import Times
from scheduler.publishing import calendars
from scheduler.reading import read_forum

FORUM = Path(__file__).resolve().parents[2] / "data/imrf-2022"


@pytest.fixture(scope="module")
def programme():
    return party_calendars.programme_of(read_forum(FORUM).forum)


@pytest.fixture(scope="module")
def theirs(programme):
    return party_calendars.components(programme)


def test_two_hundred_parties_of_which_196_speak(programme):
    files = {path: raw for path, raw in calendars.publish(programme).items() if "/parties/" in path}
    assert len(files) == 200
    assert sum(b"CATEGORIES:statement" in raw for raw in files.values()) == 196
    assert len({one.meeting for one in programme.estimates}) == 4


def event_lines(raw):
    """Return the lines of all events in some order, unfolded."""
    return sorted(raw.partition(b"END:VTIMEZONE")[2].replace(b"\r\n ", b"").split(b"\r\n"))


def test_both_sides_have_the_same_events(programme, theirs):
    ours = [raw for path, raw in calendars.publish(programme).items() if "/parties/" in path]
    for calendar, raw in zip(theirs, ours, strict=True):
        assert event_lines(calendar.to_ical()) == event_lines(raw)


def test_parties_are_made_up_where_there_are_too_few(programme):
    forum = read_forum(FORUM).forum
    some = forum.parties[:100]
    few = party_calendars.programme_of(forum.replace(parties=some))
    assert len(few.forum.parties) == 200
    assert few.forum.parties[-1].name == "Made up 99"
    assert len(few.estimates) == sum(one.kind != "officer" for one in some) == 96


def test_a_forum_without_a_release_is_refused():
    with pytest.raises(ValueError, match="imrf-2022 has no release"):
        party_calendars.programme_of(read_forum(FORUM).forum.replace(release=None))


def test_it_is_measured_and_printed(tmp_path, capsys, monkeypatch, theirs):
    monkeypatch.setattr(party_calendars, "components", lambda _: theirs)
    found = party_calendars.figure(FORUM, tmp_path / "work", 1)
    assert found.name == "200 party calendars and all others, on disk"
    assert len(found.ours.seconds) == len(found.base.seconds) == 1
    written = tmp_path / "work/1/calendars/parties"
    assert len(list(written.iterdir())) == 200
    shown = Figure("party calendars", Times((1.0,)), Times((4.0,)), 0.5)
    monkeypatch.setattr(party_calendars, "figure", lambda *_: shown)
    bench._party_calendars(bench._parser().parse_args([]), tmp_path)
    assert "party calendars " in capsys.readouterr().out
