"""Give side events their slots, when the programme is settled: it is never touched."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scheduler.domain.programme import Programme
from scheduler.domain.side_events import SideEventPlan, Surroundings
from scheduler.judging import judge_side_events
from scheduler.reading.side_events import SideEventsReading
from scheduler.use_cases.side_events_left_out import left_out, paid_by_level
from scheduler.use_cases.side_events_wishes import not_as_wished

if TYPE_CHECKING:
    from scheduler.solving import Limits
    from scheduler.solving.side_events import Assigned


@dataclass(frozen=True)
class WithSideEvents:
    """A programme with its side events; ``faults`` say where solver and judge disagree on them."""

    programme: Programme
    faults: tuple[str, ...] = ()


def with_side_events(
    programme: Programme,
    reading: SideEventsReading | None,
    limits: "Limits",
    tell: Callable[[str], None] = lambda _: None,
) -> WithSideEvents:
    """Find the best plan of side events beside a programme.

    Parameters
    ----------
    programme
        The settled programme.
    reading
        Slots and what is asked for; ``None`` where nobody asks.
    limits
        Workers, and the time that is left.
    tell
        Takes sentences on the progress.

    Returns
    -------
    WithSideEvents
        With the same timetable; where time ran out before a plan was found, the plan says so.
    """
    if reading is None:
        return WithSideEvents(programme)
    from scheduler.solving.side_events import assign  # noqa: PLC0415 - few forums need it

    tell("side events")
    forum, side_events = programme.forum, reading.side_events
    around = Surroundings.model_construct(forum=forum, timetable=programme.timetable, side_events=side_events)
    found = assign(around, reading.rules, limits, tell)
    faults = disagreements(around, reading, found)
    plan = SideEventPlan(side_events=side_events, found=False)
    if found.status in ("optimal", "feasible"):
        plan = plan.replace(
            placements=found.placements,
            levels=found.levels,
            left_out=left_out(around, reading.rules, found.placements),
            not_as_wished=not_as_wished(around, reading.rules, found.placements),
            proven=found.status == "optimal",
            found=True,
        )
    inputs = dict(sorted((programme.inputs | reading.inputs).items()))
    return WithSideEvents(programme.replace(side_events=plan, inputs=inputs), faults)


def disagreements(around: Surroundings, reading: SideEventsReading, found: "Assigned") -> tuple[str, ...]:
    """Compare what the solver promised on side events with what the judge found.

    Parameters
    ----------
    around
        The settled timetable, the slots and what is asked for.
    reading
        With the rules.
    found
        What the solver says.

    Returns
    -------
    tuple of str
        Sentences; none where the two agree.
    """
    if found.status in ("impossible", "invalid"):
        return ("the solver contradicts itself on side events",)
    if found.status == "unknown":
        return ()
    breaches = judge_side_events(reading.rules, around, found.placements).breaches
    faults = [f"the solver kept {one.clause}, the judge did not: {one.sentence}" for one in breaches]
    charged = paid_by_level(around, reading.rules, found.placements)
    for level, paid in zip(found.levels, charged, strict=True):
        if paid != level.value:
            said = f"costs {level.value} by the solver and {paid} by the judge"
            faults.append(f"level {level.level} of the side events {said}")
    return tuple(faults)
