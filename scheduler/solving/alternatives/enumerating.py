"""Every timetable that is good enough, one after the other in the canonical order.

CP-SAT's own enumeration repeats a timetable for each way in which the minutes of agendas and the truth values
behind prices can be, which no parameter turns off. So each timetable is asked for by itself: the first one,
in the order of a canonical run, that comes after the one before. That it comes after is said with two
constraints for each meeting, whatever has been found before: nothing that has been found needs to be kept,
and the model is as small for the last as for the first.
"""

from collections.abc import Iterator

from ortools.sat.python import cp_model

from scheduler.domain.timetable import Timetable
from scheduler.solving.alternatives.bounded import Bounded
from scheduler.solving.alternatives.copies import Copies
from scheduler.solving.run import Run


def every(bounded: Bounded, copies: Copies) -> Iterator[Timetable]:
    """Yield every timetable of a board once, and of those that are copies of each other the first.

    Parameters
    ----------
    bounded
        All timetables that are good enough.
    copies
        What is a copy of what.

    Yields
    ------
    Timetable
        In the canonical order. When the last has been yielded, two configurations of the solver agree that
        there is no other.

    Raises
    ------
    Unfinished
        The time ran out: there may be more.
    Contradicted
        The solver contradicts itself.
    """
    base = _without_copies(bounded, copies)
    answer = bounded.run(base.clone(), canonical=True)
    while answer is not None:
        if copies.is_first(bounded.spots(answer)):
            yield bounded.timetable(answer)
        answer = bounded.run(_after(base, bounded, answer), canonical=True)


def _without_copies(bounded: Bounded, copies: Copies) -> cp_model.CpModel:
    """Return a model without most of the timetables that are copies of an earlier one."""
    board = bounded.board
    for earlier, later in copies.in_order():
        board.model.add(board.times.start(earlier) <= board.times.start(later))
    copies.order(board.model, {one.id: board.rooms.at(one.id) for one in board.forum.meetings})
    return board.model


def _after(base: cp_model.CpModel, bounded: Bounded, last: Run) -> cp_model.CpModel:
    """Return a model of the timetables that come after the last one in the canonical order.

    Some choice is the first that differs, and it is for a later place: ``as_before`` holds as long as
    no choice has differed.
    """
    model = base.clone()
    as_before = model.new_constant(1)
    for number, truths in enumerate(bounded.choices):
        chosen = next(place for place, truth in enumerate(truths) if last.of(truth))
        is_last = number == len(bounded.choices) - 1
        still = model.new_constant(0) if is_last else model.new_bool_var("")
        model.add_implication(still, as_before)
        model.add_implication(still, truths[chosen])
        for truth in truths[: chosen + 1]:
            model.add_bool_or([truth.negated(), as_before.negated(), still])
        as_before = still
    return model
