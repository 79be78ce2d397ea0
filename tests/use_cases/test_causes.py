"""Each move is traced to the changed facts without which it would not happen."""

from dataclasses import replace

import pytest

from scheduler.domain.facts import facts_of
from scheduler.rules import active_rules
from scheduler.solving import Limits, solve
from scheduler.use_cases import tracing as module
from scheduler.use_cases.causes import causes
from scheduler.use_cases.moved_parts import moves_of
from tests.mini import clause_of, forum_of

RULES = ("placed", "one-meeting-per-room", "room-open", "room-fits", "one-place-per-party", "agenda")
STAYING = ("day", "time", "room", "segments")
RELEASED = "day-1 10:00-13:00 hall panel-1\nday-1 10:00-13:00 annex panel-2"


def forum_with(**overlay):
    """Make a forum of two panels that were given out side by side, with what an overlay changes."""
    sessions = {"panel-1": {}, "panel-2": {}} | overlay.pop("sessions", {})
    said = {
        "sessions": sessions,
        "rooms": {"hall": {}, "annex": {}},
        "days": {"day-1": "2030-01-07"},
        "release": RELEASED,
        **overlay,
    }
    forum = forum_of(said)
    clauses = [clause_of(rule, {}, "physical") for rule in (*RULES, "official-hours")]
    clauses += [
        clause_of("keep-to-release", {"what": what}, "preference", name=f"release/{what}") for what in STAYING
    ]
    levels = tuple((f"release/{what}",) for what in STAYING)
    release = forum.release
    return forum.replace(clauses=tuple(clauses), levels=levels, history=(release,))


def traced(forum, then, limits=Limits()):
    solution = solve(forum, active_rules(forum), begin=forum.release.timetable)
    assert solution.status == "optimal"
    return causes(forum, solution.timetable, then, limits)


def test_a_move_is_traced_to_the_one_fact_that_forces_it():
    forum = forum_with(closures=[{"room": "hall", "window": "day-1 morning", "because": "cleaning"}])
    found = traced(forum, facts_of(forum_with()))
    closed = "hall is closed on day-1 morning (cleaning)"
    assert found.changed == (closed,)
    assert found.because == {"panel-1": closed}


def test_what_has_no_weight_is_no_cause():
    forum = forum_with(sessions={"panel-1": {"title": "Another title", "source": "a letter"}})
    found = traced(forum, facts_of(forum_with()))
    assert found.changed == ("panel-1 is now called Another title",)
    assert found.because == {}


def test_facts_that_each_force_a_move_are_both_named():
    closures = [
        {"room": "hall", "window": window, "because": ""} for window in ("day-1", "day-1 08:00-20:00")
    ]
    closures.append({"room": "annex", "window": "day-1 19:00-20:00", "because": ""})
    found = traced(forum_with(closures=closures), facts_of(forum_with()))
    words = "hall is closed on day-1; hall is closed on day-1 08:00-20:00"
    assert found.because["panel-1"] == f"as long as one of these holds: {words}"


def test_facts_that_force_a_move_only_together_are_both_named():
    rooms = {"hall": {}, "annex": {}, "attic": {}}
    closures = [{"room": room, "window": "day-1 morning", "because": ""} for room in ("hall", "attic")]
    early = clause_of("within", {"sessions": {"session": "panel-1"}, "windows": ["day-1 morning"]})
    now, before = forum_with(rooms=rooms, closures=closures), forum_with(rooms=rooms)
    clauses = (*now.clauses, early)
    found = traced(now.replace(clauses=clauses), facts_of(before.replace(clauses=clauses)))
    assert found.because == {
        "panel-1": "hall is closed on day-1 morning",
        "panel-2": "only together: hall is closed on day-1 morning; attic is closed on day-1 morning",
    }


def test_without_the_facts_of_then_the_cause_is_not_known():
    forum = forum_with(closures=[{"room": "hall", "window": "day-1 morning", "because": ""}])
    found = traced(forum, None)
    assert found.because == {
        "panel-1": "release 1 does not say what it was made from, and so the cause is not known"
    }


BROKEN = """release 1 breaks room-open: "panel-1 is held """


def test_a_release_that_broke_a_clause_is_the_cause_itself():
    forum = forum_with(closures=[{"room": "hall", "window": "day-1 morning", "because": ""}])
    found = traced(forum, facts_of(forum))
    assert found.because["panel-1"].startswith(BROKEN)


def test_when_time_is_up_that_is_said():
    forum = forum_with(closures=[{"room": "hall", "window": "day-1 morning", "because": ""}])
    found = traced(forum, facts_of(forum_with()), Limits(seconds=0.0))
    assert found.because == {"panel-1": "too much has changed to find the cause in the time given"}


def test_where_nothing_has_changed_no_time_is_needed():
    forum = forum_with(closures=[{"room": "hall", "window": "day-1 morning", "because": ""}])
    found = traced(forum, facts_of(forum), Limits(seconds=0.0))
    assert found.because["panel-1"].startswith(BROKEN)


CLOSED = [
    {"room": room, "window": window, "because": ""}
    for room, window in (
        ("annex", "day-1 19:00-20:00"),
        ("hall", "day-1 morning"),
        ("hall", "day-1 19:00-20:00"),
    )
]
ALL = "hall is closed on day-1 morning"
PART = f"{ALL}; too much has changed to find in the time given whether more is needed"
NONE = "too much has changed to find the cause in the time given"


@pytest.mark.parametrize("status", ["feasible", "unknown"])
@pytest.mark.parametrize(("solves", "said"), [(0, NONE), (1, NONE), (2, PART), (3, ALL)])
def test_what_was_found_when_time_is_up_is_said_with_what_was_not(monkeypatch, solves, said, status):
    """Let the solver be cut off after some of the three facts."""
    forum, real, asked = forum_with(closures=CLOSED), module.solve, []

    def cut_off(*arguments):
        asked.append(arguments)
        solution = real(*arguments)
        return solution if len(asked) <= solves else replace(solution, status=status)

    monkeypatch.setattr(module, "solve", cut_off)
    assert traced(forum, facts_of(forum_with())).because == {"panel-1": said}


@pytest.mark.parametrize(("most", "said"), [(1, NONE), (2, PART), (3, ALL)])
def test_so_many_solves_are_enough(monkeypatch, most, said):
    monkeypatch.setattr(module, "_MOST", most)
    found = traced(forum_with(closures=CLOSED), facts_of(forum_with()))
    assert found.because == {"panel-1": said}


def test_all_solves_share_the_time(monkeypatch):
    limits, given = Limits(seconds=600), []
    real = module.solve
    monkeypatch.setattr(module, "solve", lambda *some: given.append(some[2]) or real(*some))
    traced(forum_with(closures=CLOSED), facts_of(forum_with()), limits)
    assert len(given) == 3
    assert all(one is limits for one in given)


def test_a_change_that_cannot_be_undone_alone_is_no_cause(monkeypatch):
    forum = forum_with(closures=[{"room": "hall", "window": "day-1 morning", "because": ""}])

    def senseless(*_):
        raise ValueError("these facts do not go together")

    monkeypatch.setattr(module, "forum_of", senseless)
    assert traced(forum, facts_of(forum_with())).because["panel-1"].startswith(BROKEN)


def test_an_undone_change_that_leaves_no_timetable_explains_nothing():
    forum = forum_with(
        sessions={"panel-1": {"minutes": 180}},
        closures=[{"room": "hall", "window": "day-1 morning", "because": ""}],
    )
    before = facts_of(forum_with(sessions={"panel-1": {"minutes": 600}}))
    assert traced(forum, before).because == {"panel-1": "hall is closed on day-1 morning"}


def test_segments_that_are_shifted_move_their_meeting():
    parts = [{"segment": "talk", "title": "Talk", "shortest": 60}, {"segment": "rest", "title": "Rest"}]
    overlay = {
        "sessions": {"panel-1": {"segments": parts}},
        "release": f"{RELEASED}\nday-1 10:00-11:00 panel-1/talk\nday-1 11:00-13:00 panel-1/rest",
    }
    forum = forum_with(**overlay)
    assert moves_of(forum, forum.release.timetable) == frozenset()
    longer = [{**parts[0], "shortest": 90}, parts[1]]
    later = forum_with(**{**overlay, "sessions": {"panel-1": {"segments": longer}}})
    found = traced(later, facts_of(forum))
    assert found.because == {"panel-1": "the agenda of panel-1 has changed"}


def test_without_a_release_nothing_moves():
    forum = forum_with()
    assert moves_of(forum.replace(release=None), forum.release.timetable) == frozenset()


@pytest.mark.parametrize("until", ["day-1 12:00"])
def test_somebody_who_comes_late_is_a_cause(until):
    duties = {"panel-1": {"duties": [{"role": "chair", "party": "egypt"}]}}
    party = {"party": "egypt", "name": "Egypt", "kind": "member-state"}
    away = {**party, "unavailable": [f"until {until}"]}
    now, before = (forum_with(sessions=duties, parties=[one]) for one in (away, party))
    clauses = (*now.clauses, clause_of("party-available", {}, "physical"))
    found = traced(now.replace(clauses=clauses), facts_of(before.replace(clauses=clauses)))
    assert found.because == {"panel-1": f"Egypt is not there: until {until}"}
