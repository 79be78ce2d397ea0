"""Small stages for rules on side events, written as lines of text.

A line places a side event in a slot, ``day-1 13:00-14:00 lunch side-event-1``; every other line is one of
``tests.mini``. Slots and side events that a text names exist; an overlay says what is more.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from ortools.sat.python import cp_model

from scheduler.board.side_events import SideEventsBoard
from scheduler.domain.forum import Forum
from scheduler.domain.side_events import (
    SideEvent,
    SideEventPlacement,
    SideEvents,
    Slot,
    Surroundings,
    in_time,
)
from scheduler.domain.window import WindowWords
from scheduler.options import Vocabulary
from scheduler.rules import Rule, SideEventsPreference, SideEventsRule, find_rule, rule_names
from tests.mini import forum_of, lines_of, rule_of, timetable_of

RULES = [rule for rule in map(find_rule, rule_names()) if issubclass(rule, SideEventsRule)]
WISHES = [rule for rule in map(find_rule, rule_names()) if issubclass(rule, SideEventsPreference)]
MARK = "side-event"

type_stage = tuple[Surroundings, tuple[SideEventPlacement, ...]]


def stage_of(overlay: Mapping[str, Any], text: str, options: Any = None) -> type_stage:
    """Make the surroundings that a text speaks of, and its plan."""
    said = dict(overlay)
    slots, asked = dict(said.pop("slots", {})), dict(said.pop("side-events", {}))
    own = [line for line in lines_of(text) if line[4].startswith(MARK)]
    rest = "\n".join(line for line in text.splitlines() if MARK not in line)
    days = {day for day, *_ in own}
    words = {"options": options, "days": sorted(days), "slots": slots, "side-events": asked}
    more = (rest,) if rest.strip() else ()
    forum = forum_of(said, *more, options=words)
    for day, start, end, slot, held in own:
        slots[slot] = {"window": f"{day} {start}-{end}", **slots.get(slot, {})}
        minutes = _minutes(end) - _minutes(start)
        asked[held] = {"minutes": minutes, **asked.get(held, {})}
    around = surroundings(forum, slots, asked, timetable_of(forum, rest) if rest.strip() else None)
    placed = [around.side_events.placed(held, slot) for *_, slot, held in own]
    return around, in_time(placed)


def surroundings(
    forum: Forum, slots: Mapping[str, Any], asked: Mapping[str, Any], timetable=None
) -> Surroundings:
    """Put slots and side events beside a forum."""
    context = Vocabulary(windows=WindowWords(forum.clock))
    side_events = SideEvents(
        slots=tuple(
            sorted(
                (Slot.model_validate(_slot(name, one), context=context) for name, one in slots.items()),
                key=lambda one: (one.window.start, one.slot),
            )
        ),
        side_events=tuple(
            SideEvent.model_validate(_asked(name, one), context=context)
            for name, one in sorted(asked.items())
        ),
    )
    settled = timetable or timetable_of(forum, "")
    return Surroundings.model_construct(forum=forum, timetable=settled, side_events=side_events)


def _slot(name: str, said: Mapping[str, Any]) -> dict[str, Any]:
    modes = ["in-person", "virtual"] if "room" in said else ["virtual"]
    return {"slot": name, "window": "day-1 13:00-14:00", "modes": modes, **said}


def _asked(name: str, said: Mapping[str, Any]) -> dict[str, Any]:
    usual = {"side-event": name, "organiser": name, "title": name, "minutes": 60, "mode": "virtual"}
    return {**usual, **said}


def _minutes(text: str) -> int:
    hours, minutes = text.split(":")
    return 60 * int(hours) + int(minutes)


def pinned(around: Surroundings, rule: Rule, placements: Iterable[SideEventPlacement]) -> SideEventsBoard:
    """Post one rule and hold a plan where it is."""
    board = SideEventsBoard(around)
    if isinstance(rule, SideEventsRule):
        rule.post(board)
    if isinstance(rule, SideEventsPreference):
        rule.price(board)
    board.pin(placements)
    return board


def status_of(board: SideEventsBoard) -> cp_model.CpSolverStatus:
    """Solve a board."""
    return _solver().solve(board.model)


def price_of(board: SideEventsBoard, clause: str) -> int:
    """Return what a clause costs on a board that is pinned."""
    solver = _solver()
    board.model.minimize(sum(price * variable for price, variable in board.prices.terms([clause])))
    assert solver.solve(board.model) == cp_model.OPTIMAL
    return round(solver.objective_value)


def _solver() -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return solver


def active(rule: type[Rule], around: Surroundings) -> Rule:
    """Activate a rule with the options of its examples."""
    return rule_of(around.forum, rule.name())
