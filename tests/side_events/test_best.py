"""The plan of side events is the best there is, and the first of the best, whoever works at it."""

from dataclasses import replace
from itertools import product

from hypothesis import HealthCheck, given, settings

from scheduler.domain.side_events import in_time
from scheduler.judging import judge_side_events
from scheduler.options import vocabulary
from scheduler.rules import activate
from scheduler.solving import Limits
from scheduler.solving.levels import Levels
from scheduler.solving.run import Run
from scheduler.solving.side_events import Assigned, assign
from scheduler.use_cases.side_events_left_out import left_out, paid_by_level
from tests.mini import clause_of
from tests.side_events.stages import RULES, stage_of
from tests.side_events.strategies import around as arounds

FIRM = tuple(clause_of(rule.name(), {}, "practice") for rule in RULES)
WISHES = tuple(
    clause_of(rule, words, "preference", name)
    for name, rule, words in (
        ("placed", "most-side-events", {}),
        ("each", "side-event-for-each-organiser", {}),
        ("first-come", "first-come-side-events", {}),
        ("first-wish", "side-event-wishes", {"count": "first"}),
        ("first-wish-first-come", "side-event-wishes", {"count": "first", "first-come": True}),
        ("wishes", "side-event-wishes", {"count": "each"}),
        ("wishes-first-come", "side-event-wishes", {"count": "each", "first-come": True}),
    )
)


def with_clauses(around, clauses=(*FIRM, *WISHES)):
    """Give a stage clauses, and every preference a level of its own."""
    levels = tuple((one.clause,) for one in clauses if one.tier == "preference")
    side_events = around.side_events.replace(clauses=clauses, levels=levels)
    words = vocabulary(around.forum)
    return around.replace(side_events=side_events), tuple(activate(one, words) for one in clauses)


def every_plan(around):
    """Yield every plan, in the order in which those that asked first have what they wish, or early slots."""
    asked = around.side_events.as_asked
    for chosen in product(*(as_wished(around, one) for one in asked)):
        pairs = zip(asked, chosen, strict=True)
        yield in_time([around.side_events.placed(one.side_event, slot) for one, slot in pairs if slot])


def as_wished(around, one):
    """List the slots, those that hold an early wish first, and last that there is none."""
    kept = {}
    for slot in around.side_events.slots:
        start, end = slot.window.start, slot.window.start + one.minutes
        met = [wish.holds(start, end) for wish in one.wishes]
        kept[slot.slot] = met.index(True) if any(met) else len(met)
    return [*sorted(kept, key=kept.get), None]


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(stage=arounds())
def test_no_plan_is_better_and_the_first_of_the_best_is_taken(stage):
    around, rules = with_clauses(stage)
    plans = [one for one in every_plan(around) if not judge_side_events(rules, around, one).breaches]
    best = min(plans, key=lambda one: paid_by_level(around, rules, one))
    found = assign(around, rules, Limits())
    assert found.status == "optimal"
    assert tuple(level.value for level in found.levels) == paid_by_level(around, rules, best)
    assert found.placements == best
    assert all(level.proven for level in found.levels)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(stage=arounds())
def test_every_side_event_has_a_slot_or_a_reason_for_each_slot(stage):
    around, rules = with_clauses(stage)
    placements = assign(around, rules, Limits()).placements
    left = left_out(around, rules, placements)
    placed = {one.side_event for one in placements}
    assert placed | {one.side_event for one in left} == {*around.side_events.by_id}
    assert len(placed) + len(left) == len(around.side_events.by_id)
    for one in left:
        slots = sorted(slot for hindrance in one.hindrances for slot in hindrance.slots)
        assert slots == sorted(around.side_events.slot_by_id)
        assert not any("it is free" in hindrance.because for hindrance in one.hindrances)
        assert not any("no better plan" in hindrance.because for hindrance in one.hindrances)


CROWD = "\n".join(
    f"day-{n // 3 + 1} {9 + n % 3:02}:00-{10 + n % 3:02}:00 slot-{n} side-event-{n}" for n in range(6)
)


def test_one_worker_and_eight_find_the_same():
    asked = {f"side-event-{n}": {"minutes": 60, "organiser": f"{n % 4}"} for n in range(9)}
    around, rules = with_clauses(stage_of({"side-events": asked}, CROWD)[0])
    found = [assign(around, rules, Limits(workers=workers)) for workers in (1, 8)]
    assert found[0].status == "optimal"
    assert len(found[0].placements) == 6
    assert found[0] == found[1]


def test_without_time_nothing_is_found_and_nothing_claimed():
    around, rules = with_clauses(stage_of({}, CROWD)[0])
    found = assign(around, rules, Limits(seconds=0))
    assert (found.status, found.placements) == ("unknown", ())


def stopped(monkeypatch, *answers):
    """Let the steps that look for the first of the best end otherwise."""
    told = iter(answers)
    monkeypatch.setattr("scheduler.solving.side_events.run", lambda *_, **__: next(told))
    around, rules = with_clauses(stage_of({}, CROWD)[0])
    return assign(around, rules, Limits())


def test_a_plan_that_is_not_known_to_be_the_first_of_the_best_is_not_called_best(monkeypatch):
    found = stopped(monkeypatch, Run("unknown", (), 0, 0))
    assert found.status == "feasible"
    assert len(found.placements) == 6


def test_a_solver_that_loses_what_it_has_found_is_not_believed(monkeypatch):
    assert stopped(monkeypatch, Run("impossible", (), 0, 0)) == Assigned("invalid")


def test_time_that_runs_out_between_levels_leaves_a_plan(monkeypatch):
    right = Levels.minimise
    cut = lambda levels: replace(right(levels), status="feasible")  # noqa: E731
    monkeypatch.setattr("scheduler.solving.side_events.Levels.minimise", cut)
    around, rules = with_clauses(stage_of({}, CROWD)[0])
    found = assign(around, rules, Limits())
    assert (found.status, len(found.placements)) == ("feasible", 6)


def reasons(overlay, text, free=()):
    """Say why side events that are asked for beside a plan have no slot."""
    around, placements = stage_of(overlay, text)
    around, rules = with_clauses(around)
    (left,) = left_out(around, rules, [one for one in placements if one.side_event not in free])
    return [(one.because, one.slots, one.others) for one in left.hindrances]


def test_who_comes_first_is_said_by_the_level_that_decides():
    text = "day-1 08:00-09:00 early side-event-1"
    late = {"side-event-1": {"asked": "2029-11-02"}, "side-event-2": {"asked": "2029-11-05"}}
    says = "A promise of the example"
    assert reasons({"side-events": late}, text) == [(says, ("early",), ("side-event-1",))]
    alike = {"side-event-1": {}, "side-event-2": {}}
    because = "both would be as good, and one of them has to give way"
    assert reasons({"side-events": alike}, text) == [(because, ("early",), ("side-event-1",))]


def test_a_plan_without_a_proof_says_so():
    because = "it is free, but no better plan was found in the time given"
    text = "day-1 08:00-09:00 early side-event-1"
    assert reasons({}, text, free=("side-event-1",)) == [(because, ("early",), ())]
    early = {"side-event-1": {"asked": "2029-11-05"}, "side-event-2": {"asked": "2029-11-02"}}
    because = "no better plan was found in the time given"
    assert reasons({"side-events": early}, text) == [(because, ("early",), ("side-event-1",))]


def test_what_is_too_long_is_said_before_what_lies_behind_the_slot():
    text = """day-1 08:00-10:30 early side-event-1
              day-1 09:00-10:00 hall plenary
              day-1 10:00-11:00 hall round-table-1"""
    overlay = {"slots": {"early": {"window": "day-1 08:00-09:00"}}}
    assert reasons(overlay, text, free=("side-event-1",)) == [
        ("it lasts 150 minutes, longer than the slot", ("early",), ())
    ]
