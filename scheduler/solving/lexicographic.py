"""The first of all solutions in an order of decisions, by minimising some decisions at a time.

A search that follows the order strictly does not end on large models. Here a run of the whole solver finds
the first values of as many decisions as fit into one objective, holds them, and goes on with the next; so the
answer is the same, whatever the workers.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import prod

from ortools.sat.python import cp_model

from scheduler.solving.levels import start_from
from scheduler.solving.run import Deadline, Run, Settings, run

Choice = Sequence[cp_model.IntVar]
"""The truths of a decision, of which at most one holds, the wanted first."""

_Step = tuple[cp_model.LinearExprT, Sequence[cp_model.IntVar]]
"""An objective, and what is held when it is as large as it can be."""

_LARGEST = 2**40
"""What an objective may come to: far from where sums of integers overflow."""


def first_in_order(
    model: cp_model.CpModel, choices: Iterable[Choice], found: Run, settings: Settings, deadline: Deadline
) -> Run:
    """Find the solution whose decisions come first.

    Parameters
    ----------
    model
        Without an objective; decisions are held in it from now on.
    choices
        The decisions, the first the weightiest.
    found
        Any solution.
    settings
        Workers and seed.
    deadline
        When to stop.

    Returns
    -------
    Run
        ``optimal`` with the first solution; else what prevented it, with the best that was found.
    """
    steps = map(_as_digits, _portions(choices))
    return _one_by_one(model, steps, found, settings, deadline)


def least_in_order(
    model: cp_model.CpModel,
    amounts: Iterable[cp_model.IntVar],
    found: Run,
    settings: Settings,
    deadline: Deadline,
) -> Run:
    """Find the solution whose amounts are the least, one after another.

    Parameters
    ----------
    model
        Without an objective; amounts are held in it from now on.
    amounts
        The amounts, the first the weightiest.
    found
        Any solution.
    settings
        Workers and seed.
    deadline
        When to stop.

    Returns
    -------
    Run
        ``optimal`` with the first solution; else what prevented it, with the best that was found.
    """
    steps = ((-amount, [amount]) for amount in amounts)
    return _one_by_one(model, steps, found, settings, deadline)


def _one_by_one(
    model: cp_model.CpModel, steps: Iterable[_Step], found: Run, settings: Settings, deadline: Deadline
) -> Run:
    """Let one objective after another be as large as it can, and hold what it is made of."""
    best = found
    for objective, parts in steps:
        start_from(model, best)
        model.maximize(objective)
        answer = run(model, settings, deadline)
        model.proto.clear_objective()
        best = answer if answer.found else best
        if answer.status != "optimal":
            return Run(answer.status, best.values, 0, 0)
        for part in parts:
            model.add(part == best.of(part))
    return Run("optimal", best.values, 0, 0)


def _portions(choices: Iterable[Choice]) -> Iterator[list[Choice]]:
    """Divide decisions into as many as fit into one objective."""
    portion: list[Choice] = []
    for choice in choices:
        if prod(len(one) + 1 for one in (*portion, choice)) > _LARGEST:
            yield portion
            portion = []
        portion.append(choice)
    if portion:
        yield portion


def _as_digits(portion: list[Choice]) -> _Step:
    """Write decisions as the digits of a number, which is to be as large as it can."""
    truths: list[cp_model.IntVar] = []
    weights: list[int] = []
    for number, choice in enumerate(portion):
        unit = prod(len(one) + 1 for one in portion[number + 1 :])
        truths += choice
        weights += [unit * (len(choice) - position) for position in range(len(choice))]
    return cp_model.LinearExpr.weighted_sum(truths, weights), truths
