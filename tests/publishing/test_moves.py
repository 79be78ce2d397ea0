"""What moves since the last release is said with its number, its proof and its cause."""

import pytest

from scheduler.domain.programme import LevelResult
from scheduler.domain.verdict import Charge
from scheduler.publishing.moves import moves_of, other_charges
from scheduler.publishing.report_moves import moves_section
from tests.mini import clause_of, forum_of, release_of, timetable_of

RELEASED = "day-1 10:00-13:00 hall panel-1\nday-1 15:00-18:00 hall panel-2"
NOW = "day-1 10:00-13:00 annex panel-1\nday-2 15:00-18:00 hall panel-2"
STAYING = {"day": "day", "place": "place", "parties": "day"}


def programme(now=NOW, levels=((1, 1), (2, 1), (300, 300)), **changes):
    """Return a programme in which two panels are not where they were."""
    from scheduler.domain.programme import Programme

    forum = forum_of({"sessions": {"panel-1": {}, "panel-2": {}}}, RELEASED, NOW)
    release = release_of(forum, RELEASED)
    clauses = [
        clause_of(
            "keep-to-release",
            {"what": what, **({"count": "parties"} if name == "parties" else {})},
            "preference",
            name=name,
        )
        for name, what in STAYING.items()
    ]
    forum = forum.replace(release=release, history=(release,), clauses=(*clauses, clause_of("placed", {})))
    results = tuple(
        LevelResult(level=number, clauses=(name,), value=value, bound=bound)
        for number, (name, (value, bound)) in enumerate(zip(STAYING, levels, strict=True), 1)
    )
    given = {"forum": forum, "timetable": timetable_of(forum, now), "status": "optimal", "levels": results}
    return Programme(**(given | changes))


def test_the_numbers_come_with_their_proof():
    found = moves_of(programme())
    assert found.title == "Since release 1"
    assert found.counts == (
        "1 meeting moves to another day; fewer is impossible.",
        "2 meetings move in all; at least 1 have to unless more move to another day.",
    )


def test_where_nothing_moves_that_is_said():
    found = moves_of(programme(RELEASED, ((0, 0), (0, 0), (0, 0))))
    assert (found.counts, found.moves) == (("Nothing moves.",), ())


def test_levels_of_several_clauses_are_no_number_of_moves():
    level = LevelResult(level=1, clauses=("day", "place"), value=3, bound=3)
    assert moves_of(programme(levels=((0, 0),) * 3).replace(levels=(level,))).counts == ("Nothing moves.",)


def test_each_move_has_its_cause():
    of = programme(because={"panel-1": "hall is closed"}, changed=("hall is closed on day-1",))
    found = moves_of(of)
    assert found.changed == ("Hall is closed on day-1.",)
    assert len(found.moves) == 2
    assert found.moves[0].endswith("day-1 (Monday 7 January 2030), because hall is closed.")
    assert "because" not in found.moves[1]


@pytest.mark.parametrize("changes", [{"from_scratch": True}, {"forum": None}])
def test_from_scratch_and_without_a_release_there_is_nothing_to_say(changes):
    of = programme()
    if "forum" in changes:
        changes = {"forum": of.forum.replace(release=None)}
    assert moves_of(of.replace(**changes)) is None
    assert list(moves_section(of.replace(**changes))) == []


def test_the_report_has_a_section():
    lines = list(moves_section(programme(changed=("a *star*",))))
    assert lines[1] == "## Since release 1"
    assert "### What has changed in the forum's data" in lines
    assert "- A \\*star\\*." in lines


def test_moves_are_not_charged_twice():
    of = programme()
    fields = {"mandate": "example", "paragraph": "", "tier": "preference", "subject": "x", "sentence": "y"}
    charges = tuple(Charge(clause=clause, price=1, **fields) for clause in ("day", "wish"))
    verdict = of.verdict.replace(charges=charges)
    assert [one.clause for one in other_charges(of.replace(verdict=verdict))] == ["wish"]
