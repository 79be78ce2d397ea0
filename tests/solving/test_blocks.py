"""Programmes with tracks: what is laid into blocks, and what is placed one by one."""

from importlib import import_module

import pytest

from scheduler.domain.timetable import arranged
from scheduler.judging import judge
from scheduler.rules import active_rules
from scheduler.solving import Limits, Stop, solve
from scheduler.solving.canonical_blocks import first_blocks
from scheduler.solving.levels import Begun
from scheduler.solving.posting import Seated, post
from scheduler.solving.run import NO_DEADLINE, Settings, run
from scheduler.solving.tick import tick_of
from tests.mini import clause_of, forum_of, rule_of

ONE = Settings(workers=1)
HARD = ("placed", "one-meeting-per-room", "room-open", "official-hours", "one-track-in-room")
WISHES = {
    "few-rooms": {},
    "not-beside-itself": {},
    "numbered-in-track": {},
    "nobody-in-two-rooms": {"roles": ["presenter"]},
}
ADA = [{"party": "ada", "role": "presenter"}]
SESSIONS = {
    "a": {"track": "timed", "number": 2},
    "b": {"track": "timed", "number": 1},
    "c": {"track": "seated", "participants": ADA},
    "d": {"track": "seated", "participants": ADA},
    "e": {"track": "loose"},
    "f": {"track": "loose"},
}


def programme(more=(), **overlay):
    """Make a forum with a track of each sort, and perhaps more requirements."""
    said = {
        "sessions": {name: {"kind": "talk", "minutes": 30, **one} for name, one in SESSIONS.items()},
        "parties": [{"party": "ada", "name": "Ada", "kind": "person"}],
        "periods": [
            {"name": "early", "start": "09:00", "end": "10:00"},
            {"name": "late", "start": "11:00", "end": "11:30"},
        ],
        "days": {"day-1": "2030-01-07"},
        **overlay,
    }
    forum = forum_of(said)
    clauses = [clause_of(rule, {}, "physical") for rule in HARD]
    clauses += [clause_of(rule, words) for rule, words in more]
    clauses += [clause_of(wish, words, "preference") for wish, words in WISHES.items()]
    return forum.replace(clauses=tuple(clauses), levels=(tuple(WISHES),))


def call_large(monkeypatch):
    """Take every model for a large one."""
    for module in ("beginning", "solve"):
        monkeypatch.setattr(import_module(f"scheduler.solving.{module}"), "is_large", lambda _: True)


def board_of(forum, cuts=()):
    """Post a forum."""
    rules = active_rules(forum)
    return post(forum, rules, tick_of(forum, rules), cuts)


def test_rules_decide_how_much_of_a_track_is_in_the_model():
    blocks = board_of(programme()).blocks
    assert blocks.alone
    assert (blocks.timed, blocks.loose) == ({"timed"}, {"loose"})


def test_a_track_that_could_not_be_divided_is_seated():
    assert board_of(programme(), [Seated("loose")]).blocks.loose == frozenset()


def test_nothing_is_laid_into_blocks_where_rooms_are_closed_for_parts_of_periods():
    closures = [{"room": "hall", "window": "day-1 09:00-09:30"}]
    forum = programme(closures=closures, days={"day-1": "2030-01-07", "day-2": "2030-01-08"})
    assert not board_of(forum).blocks.alone
    solution = solve(forum, active_rules(forum), Limits(workers=1))
    assert solution.status == "optimal"
    assert not judge(forum, active_rules(forum), solution.timetable).breaches


def test_rooms_and_starts_that_are_asked_for_are_kept():
    more = [
        ("in-room", {"sessions": {"session": "e"}, "rooms": ["annex"]}),
        ("within", {"sessions": {"session": "f"}, "windows": ["day-1 09:30-10:00"]}),
    ]
    forum = programme(more)
    board = board_of(forum)
    assert board.blocks.alone
    assert board.blocks.timed == {"timed", "loose"}
    places = solve(forum, active_rules(forum), Limits(workers=1)).timetable.by_meeting
    assert places["e"].room == "annex"
    assert forum.clock.words(places["f"].start) == "09:30 on day-1"


def test_a_meeting_that_may_lie_in_no_period_is_placed_by_itself():
    forum = programme()
    clauses = [one for one in forum.clauses if one.rule != "official-hours"]
    assert not board_of(forum.replace(clauses=tuple(clauses))).blocks.alone


def test_a_closed_room_is_not_used():
    closures = [{"room": "hall", "window": "day-1"}, {"room": "annex", "window": "day-1 late"}]
    forum = programme(closures=closures, sessions={"e": {"kind": "talk", "minutes": 30, "track": "loose"}})
    assert board_of(forum).blocks.alone
    (place,) = solve(forum, active_rules(forum), Limits(workers=1)).timetable.placements
    assert place.room == "annex"


@pytest.mark.parametrize("large", [False, True])
def test_a_run_goes_on_from_a_timetable(monkeypatch, large):
    monkeypatch.setattr("scheduler.solving.beginning.is_large", lambda _: large)
    forum = programme()
    rules = active_rules(forum)
    first = solve(forum, rules, Limits(workers=1))
    again = solve(forum, rules, Limits(workers=1), stop=Stop(first.timetable, first.levels))
    assert (again.status, again.went_on) == ("optimal", True)
    assert again.timetable == first.timetable
    assert again.levels == first.levels


def test_a_run_does_not_go_on_from_what_is_not_possible():
    forum = programme()
    rules = active_rules(forum)
    first = solve(forum, rules, Limits(workers=1))
    moved = [
        one.replace(start=0, end=30) if one.meeting == "a" else one for one in first.timetable.placements
    ]
    again = solve(forum, rules, Limits(workers=1), stop=Stop(arranged(moved), first.levels))
    assert (again.went_on, again.timetable) == (False, first.timetable)


def test_the_canonical_timetable_of_a_large_programme_does_not_depend_on_workers(monkeypatch):
    call_large(monkeypatch)
    forum = programme()
    rules = active_rules(forum)
    found = [solve(forum, rules, Limits(workers=workers)) for workers in (0, 1, 4)]
    assert {one.status for one in found} == {"optimal"}
    assert found[0].timetable == found[1].timetable == found[2].timetable
    assert not judge(forum, rules, found[0].timetable).breaches


def test_a_large_programme_without_wishes_is_solved(monkeypatch):
    call_large(monkeypatch)
    forum = programme().replace(levels=())
    forum = forum.replace(clauses=tuple(one for one in forum.clauses if one.tier != "preference"))
    assert solve(forum, active_rules(forum), Limits(workers=1)).status == "optimal"
    crowded = programme(sessions={n: {"kind": "talk", "minutes": 60, "track": n} for n in "abcde"})
    assert solve(crowded, active_rules(crowded), Limits(workers=1)).status == "impossible"


class Late:
    """Limits whose time is up as soon as the levels are proven."""

    def __init__(self, monkeypatch, step):
        self.limits = Limits(workers=1, anytime=True)
        canonical = import_module("scheduler.solving.canonical_blocks")
        monkeypatch.setattr(canonical, step, self._then(getattr(canonical, step)))

    def _then(self, really):
        def ended(*given):
            self.limits.deadline.keep()
            self.limits.deadline.stop()
            return really(*given)

        return ended


@pytest.mark.parametrize(("step", "large"), [("first_in_order", False), ("counted", True)])
def test_without_time_for_the_canonical_timetable_nothing_is_called_proven(monkeypatch, step, large):
    if large:
        call_large(monkeypatch)
    forum = programme()
    rules = active_rules(forum)
    late = Late(monkeypatch, step)
    solution = solve(forum, rules, late.limits)
    assert solution.status == "feasible"
    assert all(level.proven for level in solution.levels)
    assert not judge(forum, rules, solution.timetable).breaches


def test_meetings_that_are_gone_are_not_offered():
    forum = programme()
    rules = active_rules(forum)
    first = solve(forum, rules, Limits(workers=1))
    gone = first.timetable.placements[0].replace(meeting="gone")
    begin = arranged([*first.timetable.placements, gone])
    assert solve(forum, rules, Limits(workers=1), begin).timetable == first.timetable


def test_a_large_programme_pays_for_seats(monkeypatch):
    call_large(monkeypatch)
    sessions = {"a": {"kind": "talk", "minutes": 30, "track": "data", "seats": 20}}
    forum = programme(sessions=sessions, rooms={"hall": {"seats": 100}, "annex": {"seats": 50}})
    forum = forum.replace(
        clauses=(*forum.clauses, clause_of("seats-wasted", {}, "preference")), levels=(("seats-wasted",),)
    )
    solution = solve(forum, active_rules(forum), Limits(workers=1))
    assert (solution.status, solution.levels[0].value) == ("optimal", 30)
    assert solution.timetable.placements[0].room == "annex"


def test_a_beginning_that_is_not_the_best_is_gone_on_from(monkeypatch):
    call_large(monkeypatch)
    canonical = import_module("scheduler.solving.canonical_blocks")
    really = canonical.counted

    def dearer(*given):
        begun = really(*given)
        return Begun(begun.run, tuple((value + 1, bound) for value, bound in begun.levels))

    monkeypatch.setattr(canonical, "counted", dearer)
    forum = programme()
    solution = solve(forum, active_rules(forum), Limits(workers=1))
    assert solution.status == "optimal"
    assert not judge(forum, active_rules(forum), solution.timetable).breaches


def test_meetings_that_stay_are_kept_by_hints():
    forum = programme().replace(levels=())
    forum = forum.replace(clauses=tuple(one for one in forum.clauses if one.rule != "one-track-in-room"))
    forum = forum.replace(clauses=tuple(one for one in forum.clauses if one.tier != "preference"))
    board = board_of(forum)
    start = min(board.times.at("a"))
    import_module("scheduler.solving.room_repair")._keep(board, {"a": start})
    assert list(board.model.proto.solution_hint.values).count(1) == 1


def test_sessions_or_pairs_had_better_be_apart_and_not_both():
    with pytest.raises(ValueError, match="name either sessions or pairs"):
        rule_of(forum_of({}), "wished-apart", {"sessions": None, "pairs": []})


def test_a_large_programme_counts_lengths_as_they_fit(monkeypatch):
    call_large(monkeypatch)
    sessions = {one: {"kind": "talk", "minutes": 40, "track": "data"} for one in "ab"}
    forum = programme(sessions=sessions, days={"day-1": "2030-01-07", "day-2": "2030-01-08"})
    assert solve(forum, active_rules(forum), Limits(workers=1)).status == "optimal"


def test_segments_end_as_early_as_they_can():
    """No clause wants the welcome to end early; what was found first has it last longest."""
    segments = [
        {"segment": "welcome", "title": "Welcome", "shortest": 10},
        {"segment": "debate", "title": "Debate", "shortest": 10},
    ]
    forum = programme(sessions={"a": {"kind": "talk", "minutes": 30, "track": "data", "segments": segments}})
    board = board_of(forum.replace(clauses=(*forum.clauses, clause_of("agenda", {}))))
    ((_, (_, welcome, _)),) = board.agendas.asked()
    board.model.maximize(welcome)
    found = run(board.model, ONE, NO_DEADLINE)
    board.model.proto.clear_objective()
    answer = first_blocks(board, found, ONE, NO_DEADLINE)
    assert (found.of(welcome) * board.tick, answer.of(welcome) * board.tick) == (20, 10)


def test_a_chair_of_three_tracks_is_wanted_in_as_many_pairs_of_rooms_as_there_are():
    """One period, and each meeting fills it: two rooms beside two others and a fifth."""
    tracks = [{"track": track, "title": track, "chairs": ["ada"]} for track in ("data", "health", "law")]
    sessions = {
        one: {"kind": "talk", "minutes": 60, "track": one.partition("-")[0]}
        for one in ("data-a", "data-b", "health-a", "health-b", "law-a")
    }
    rooms = {room: {} for room in ("annex", "attic", "cellar", "hall", "tower")}
    forum = programme(sessions=sessions, tracks=tracks, rooms=rooms)
    clauses = [one for one in forum.clauses if one.tier != "preference"]
    clauses.append(clause_of("chairs-in-one-room", {}, "preference"))
    forum = forum.replace(clauses=tuple(clauses), levels=(("chairs-in-one-room",),))
    solution = solve(forum, active_rules(forum), Limits(workers=1))
    assert (solution.status, solution.levels[0].value) == ("optimal", 8)
    assert sum(one.price for one in judge(forum, active_rules(forum), solution.timetable).charges) == 8
