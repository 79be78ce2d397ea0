"""From timetables that are all known, some that are as different as possible, exactly.

As many as are wanted are taken, or as many as exist that are far enough from each other; then the least
distance between any two of so many is made as large as it can be. For each distance CP-SAT says how many
timetables exist that are all so far apart. Which of them are taken is then decided one after the other: the
one farthest from those taken, as long as enough others still exist.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from ortools.sat.python import cp_model

from scheduler.solving.alternatives.bounded import Unfinished
from scheduler.solving.run import Deadline, Settings, run

Distances = Sequence[Sequence[int]]
"""How many meetings differ between any two."""


def pick(apart: Distances, first: int, count: int, least: int, deadline: Deadline) -> list[int]:
    """Pick timetables that are as different as possible.

    Parameters
    ----------
    apart
        Distances of all timetables.
    first
        The one that is always taken, by its place.
    count
        How many are wanted, at least 1.
    least
        The least distance that is wanted, in meetings.
    deadline
        When to stop.

    Returns
    -------
    list of int
        Places of ``count`` timetables, or of as many as exist, the first one first.

    Raises
    ------
    Unfinished
        The time is up.
    """
    size, far = _most(apart, [first], count, least, deadline), least
    while size > 1 and _most(apart, [first], size, far + 1, deadline) == size:
        far += 1
    taken, any_will_do = [first], all(one >= far for one in _between(apart))
    while len(taken) < size:
        order = sorted(range(len(apart)), key=lambda one: (*_nearness(apart, taken, one), one))
        fitting = (
            one
            for one in order
            if one not in taken and (any_will_do or _most(apart, [*taken, one], size, far, deadline) == size)
        )
        taken.append(next(fitting))
    return taken


def _between(apart: Distances) -> Iterator[int]:
    return (apart[one][other] for one, other in combinations(range(len(apart)), 2))


def _nearness(apart: Distances, taken: Sequence[int], one: int) -> tuple[int, int]:
    return -min(apart[one][other] for other in taken), -sum(apart[one][other] for other in taken)


def _most(apart: Distances, taken: Sequence[int], enough: int, far: int, deadline: Deadline) -> int:
    """Count how many timetables, up to enough, are all so far apart, those that are taken among them."""
    left = [one for one in range(len(apart)) if all(apart[one][other] >= far for other in taken)]
    model = cp_model.CpModel()
    truths = {one: model.new_bool_var("") for one in left}
    for one, other in combinations(left, 2):
        if apart[one][other] < far:
            model.add_at_most_one([truths[one], truths[other]])
    model.add(sum(truths.values()) <= enough - len(taken))
    model.maximize(sum(truths.values()))
    answer = run(model, Settings(), deadline)
    if answer.status != "optimal":
        raise Unfinished
    return len(taken) + answer.value
