"""What rooms cost where they are only counted: a track's rooms of one price are a class.

The rooms that tracks take of the classes inside any set of rooms are no more than the set has (Hall's
condition); which sets matter is not known, so that those are counted of which some class is made.
"""

from collections.abc import Iterable, Mapping

from ortools.sat.python import cp_model

from scheduler.board.blocks import Blocks
from scheduler.board.prices import Prices

Costs = Mapping[tuple[str, int], Mapping[str, int]]
"""What each room costs a track in a period."""


class RoomClasses:
    """Counts the rooms of tracks by what they cost.

    Parameters
    ----------
    model
        The model to which variables and constraints are added.
    blocks
        Of which rooms are counted.
    prices
        Where what clauses cost is added up.
    """

    def __init__(self, model: cp_model.CpModel, blocks: Blocks, prices: Prices) -> None:
        self._model, self._blocks, self._prices = model, blocks, prices

    def charge(self, clauses: Iterable[str], costs: Mapping[str, Costs]) -> None:
        """Charge the rooms of tracks for the clauses of one level.

        Parameters
        ----------
        clauses
            Ids of the clauses.
        costs
            What rooms cost for each clause that speaks of them.
        """
        found = [(clause, costs[clause]) for clause in clauses if clause in costs]
        for period in range(len(self._blocks.periods) if found else 0):
            taken: dict[frozenset[str], list[cp_model.IntVar]] = {}
            for track in self._blocks.tracks:
                total = {
                    room: sum(each[track, period][room] for _, each in found) for room in self._blocks.names
                }
                for rooms, number in self._classes(found[0][0], track, period, total).items():
                    taken.setdefault(rooms, []).append(number)
            self._limit(taken)

    def _classes(
        self, clause: str, track: str, period: int, total: Mapping[str, int]
    ) -> dict[frozenset[str], cp_model.IntVar]:
        """Divide the rooms that a track has by what they cost."""
        most = min(len(total), len(self._blocks.tracks[track]))
        classes: dict[frozenset[str], cp_model.IntVar] = {}
        for cost in sorted(set(total.values())):
            rooms = frozenset(room for room, price in total.items() if price == cost)
            classes[rooms] = self._model.new_int_var(0, min(most, len(rooms)), "")
            self._prices.each(clause, cost, [classes[rooms]])
        self._model.add(sum(classes.values()) == self._blocks.number(track, period))
        return classes

    def _limit(self, taken: Mapping[frozenset[str], list[cp_model.IntVar]]) -> None:
        for rooms in taken:
            inside = [number for some, numbers in taken.items() if some <= rooms for number in numbers]
            self._model.add(sum(inside) <= len(rooms))
