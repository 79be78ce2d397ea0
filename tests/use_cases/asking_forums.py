"""Small forums about whose meetings questions are asked."""

from types import SimpleNamespace

import pytest

from scheduler.rules import active_rules
from scheduler.solving import Limits
from scheduler.use_cases import asking
from scheduler.use_cases.asking import Base, base_of
from tests.mini import clause_of, forum_of

PHYSICAL = ("placed", "one-meeting-per-room", "room-open", "room-fits", "one-place-per-party", "agenda")


def panels(*clauses, levels=(), **overlay):
    """Make a forum of two panels, one day, two rooms, with official hours and some clauses."""
    said = {
        "sessions": {"panel-1": {}, "panel-2": {}},
        "rooms": {"hall": {}, "annex": {}},
        "days": {"day-1": "2030-01-07"},
        **overlay,
    }
    given = [clause_of(rule, {}, "physical") for rule in PHYSICAL]
    given.append(clause_of("official-hours", {}, "practice"))
    return forum_of(said).replace(clauses=(*given, *clauses), levels=tuple(levels))


def wish(meeting, room, name):
    """Wish for a room."""
    options = {"sessions": {"session": meeting}, "rooms": [room]}
    return clause_of("preferred-room", options, "preference", name=name)


@pytest.fixture
def asked_about(monkeypatch, tmp_path):
    """Let questions be about a forum that stands in no folder."""

    def take(forum):
        reading = SimpleNamespace(forum=forum, rules=active_rules(forum))
        monkeypatch.setattr(asking, "read_forum", lambda folder: reading)
        return tmp_path

    return take


def base(folder, limits=Limits(), tell=lambda _: None) -> Base:
    """Find the best timetable."""
    return base_of(folder, limits, tell, lambda _: None)
