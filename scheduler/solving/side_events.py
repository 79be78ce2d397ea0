"""From side events and their slots to the plan that is proven best, and the first of the best."""

from collections.abc import Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from scheduler.board.side_events import SideEventsBoard
from scheduler.domain.programme import Status
from scheduler.domain.side_events import (
    SideEvent,
    SideEventLevel,
    SideEventPlacement,
    Surroundings,
    in_time,
)
from scheduler.rules import Rule, SideEventsPreference, SideEventsRule
from scheduler.solving.levels import Best, Levels, Tell, start_from
from scheduler.solving.run import Deadline, Run, Settings, run
from scheduler.solving.solve import Limits

_AT_ONCE = 3
"""Side events of which the slots are settled together, when several plans are best."""


@dataclass(frozen=True)
class Assigned:
    """What assigning side events came to; no placements unless the status is ``optimal`` or ``feasible``.

    Every side event may stay without a slot, so that ``impossible`` means that the solver contradicts itself.
    """

    status: Status
    placements: tuple[SideEventPlacement, ...] = ()
    levels: tuple[SideEventLevel, ...] = ()


def assign(
    around: Surroundings, rules: Sequence[Rule], limits: Limits, tell: Tell = lambda _: None
) -> Assigned:
    """Find the best plan of side events.

    Parameters
    ----------
    around
        The settled timetable, the slots and what is asked for.
    rules
        Those of the clauses on side events.
    limits
        Workers, one unless said otherwise, and the time that is left.
    tell
        Takes sentences on the progress.

    Returns
    -------
    Assigned
        ``optimal`` when every level is proven; then the plan is the same whatever the number of workers:
        among all best ones that in which those that asked first have what they wish most, then the earliest
        slots.
    """
    board = posted(around, rules)
    settings, deadline = Settings(limits.workers or 1, limits.seed, linear=True), limits.deadline
    best = Levels(board, around.side_events.levels, settings, deadline, tell).minimise()
    if best.run is None:
        return Assigned(best.status)
    levels = tuple(_levels(around, best))
    if best.status != "optimal":
        return Assigned("feasible", _read(board, best.run), levels)
    first = _first_of_the_best(board, settings, deadline, best.run)
    if first.status == "impossible":
        return Assigned("invalid")
    if first.status != "optimal":
        return Assigned("feasible", _read(board, best.run), levels)
    return Assigned("optimal", _read(board, first), levels)


def posted(around: Surroundings, rules: Sequence[Rule]) -> SideEventsBoard:
    """Make the board of some side events, with all clauses on it.

    Parameters
    ----------
    around
        The settled timetable, the slots and what is asked for.
    rules
        Those of the clauses on side events; others are passed over.

    Returns
    -------
    SideEventsBoard
        Without an objective.
    """
    board = SideEventsBoard(around)
    for rule in rules:
        if isinstance(rule, SideEventsRule):
            rule.post(board)
        if isinstance(rule, SideEventsPreference):
            rule.price(board)
    return board


def _first_of_the_best(board: SideEventsBoard, settings: Settings, deadline: Deadline, best: Run) -> Run:
    """Let those that asked first choose, a few of them at a time, each time proven.

    A search in a fixed order, as for meetings, does not end: among so many equal plans nothing guides it.
    """
    asked, none = board.around.side_events.as_asked, len(board.around.side_events.slots)
    for first in range(0, len(asked), _AT_ONCE):
        some = asked[first : first + _AT_ONCE]
        terms = [
            (number * (none + 1) ** place, truth)
            for place, one in enumerate(reversed(some))
            for number, truth in enumerate(_as_wished(board, one))
        ]
        start_from(board.model, best)
        board.model.minimize(
            cp_model.LinearExpr.weighted_sum([one for _, one in terms], [by for by, _ in terms])
        )
        found = run(board.model, settings, deadline)
        board.model.proto.clear_objective()
        if found.status != "optimal":
            return found
        best = found
        for _, truth in terms:
            board.model.add(truth == best.of(truth))
    return best


def _as_wished(board: SideEventsBoard, one: SideEvent) -> list[cp_model.IntVar]:
    """List where a side event can be: what it wishes most, then the earliest slots, last that it has none."""
    own = [choice for choice in board.choices if choice.side_event is one]
    own.sort(key=lambda choice: one.missed(choice.start, choice.end))
    return [*(board.chosen[choice] for choice in own), board.left_out[one.side_event]]


def _levels(around: Surroundings, best: Best) -> list[SideEventLevel]:
    named = zip(around.side_events.levels, best.levels, strict=True)
    return [
        SideEventLevel(level=number, clauses=clauses, value=value, bound=bound)
        for number, (clauses, (value, bound)) in enumerate(named, 1)
    ]


def _read(board: SideEventsBoard, answer: Run) -> tuple[SideEventPlacement, ...]:
    side_events = board.around.side_events
    return in_time(
        [
            side_events.placed(choice.side_event.side_event, choice.slot.slot)
            for choice, truth in board.chosen.items()
            if answer.of(truth)
        ]
    )
