"""Meetings that share no tick: pairs are collected, and kept apart in groups of which all exclude each other.

A group needs one constraint for each point of time where its pairs would need one each; the solver also
proves more with it.
"""

from ortools.sat.python import cp_model

from scheduler.board.times import Times

Pair = tuple[str, str]


class Apart:
    """Pairs of meetings that are never held at once.

    Parameters
    ----------
    model
        The model to which constraints are added.
    times
        The starts of the meetings.
    """

    def __init__(self, model: cp_model.CpModel, times: Times) -> None:
        self._model = model
        self._times = times
        self._pairs: dict[Pair, None] = {}

    def keep(self, one: str, other: str) -> None:
        """Let two meetings share no tick.

        Parameters
        ----------
        one, other
            Ids of meetings.
        """
        self._pairs[one, other] = None

    def complete(self) -> None:
        """Add what was asked for, after all clauses have taken places away."""
        pairs = [pair for pair in self._pairs if self._times.can_meet(*pair)]
        for group in _groups(pairs):
            self._post(group)

    def _post(self, group: list[str]) -> None:
        for point in self._times.points(group):
            running = [truths for one in group if (truths := self._times.covering(one, point))]
            if len(running) > 1:
                self._model.add_at_most_one([truth for truths in running for truth in truths])


def _groups(pairs: list[Pair]) -> list[list[str]]:
    """Cover pairs with groups of which all are pairs, in the order in which the pairs come."""
    near: dict[str, dict[str, None]] = {}
    for one, other in pairs:
        near.setdefault(one, {})[other] = None
        near.setdefault(other, {})[one] = None
    covered: set[Pair] = set()
    groups = []
    for pair in pairs:
        if pair not in covered:
            group = _grown(pair, near)
            covered.update((one, other) for one in group for other in group)
            groups.append(group)
    return groups


def _grown(pair: Pair, near: dict[str, dict[str, None]]) -> list[str]:
    """Add to a pair whoever excludes all that are there already."""
    group = list(pair)
    for candidate in near[pair[0]]:
        if candidate not in group and all(candidate in near[one] for one in group):
            group.append(candidate)
    return group
