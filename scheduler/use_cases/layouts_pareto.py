"""The Pareto front: what no other is at least as good as in everything, and better than in something."""

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def front(costs: Mapping[T, Sequence[int]]) -> set[T]:
    """Choose what is not dominated.

    Parameters
    ----------
    costs
        Of each thing, in each criterion; less is better.

    Returns
    -------
    set
        Things with equal costs are all in it, or none (Kung, Luccio and Preparata, On Finding the Maxima of
        a Set of Vectors, 1975: in the order of costs only what comes before can dominate).
    """
    kept: list[tuple[int, ...]] = []
    for cost in sorted({tuple(one) for one in costs.values()}):
        if not any(_no_worse(other, cost) for other in kept):
            kept.append(cost)
    best = set(kept)
    return {thing for thing, cost in costs.items() if tuple(cost) in best}


def _no_worse(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(mine <= theirs for mine, theirs in zip(one, other, strict=True))
