"""Faults between a rule and the board: a verb that is lost, a wrong number, a window a tick away."""

from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass
from typing import Any

from scheduler.board import Board
from scheduler.domain.window import Window
from scheduler.rules import Preference, Rule
from tests.faults.cases import cases

FLOORS = ("placings", "prices", "stays")
Change = Callable[[Any, int], Any]
"""Takes an argument of a verb and the minutes of a tick."""


class Ear:
    """Stands between a rule and its board: writes down what is said, and may hear it wrong.

    Parameters
    ----------
    board
        The board, or one of its floors.
    heard
        Takes the verbs with their arguments.
    verb
        The verb that is heard wrong.
    change
        What is heard instead of its arguments; ``None`` when it is not heard at all.
    """

    def __init__(self, board: Any, heard: set, verb: str = "", change: Change | None = None, at: str = ""):
        self._board, self._heard, self._verb, self._change, self._at = board, heard, verb, change, at

    def __getattr__(self, name: str) -> Any:
        found, path = getattr(self._board, name), f"{self._at}{name}"
        if name in FLOORS:
            return Ear(found, self._heard, self._verb, self._change, f"{name}.")
        return self._hear(path, found) if callable(found) else found

    def _hear(self, path: str, verb: Callable[..., Any]) -> Callable[..., Any]:
        def hear(*said: Any) -> Any:
            told = tuple(list(one) if isinstance(one, Iterator) else one for one in said)
            self._heard.update((path, place, sort) for place, one in enumerate(told) for sort in sorts(one))
            self._heard.add((path, None, "lost"))
            if path != self._verb:
                return verb(*told)
            return self._change(verb, told) if self._change else None

        return hear


def sorts(argument: Any) -> Iterator[str]:
    """Tell how an argument can be heard wrong."""
    if isinstance(argument, Window) or (_is_list(argument) and isinstance(argument[0], Window)):
        yield from ("later", "earlier")
    elif (isinstance(argument, int) and not isinstance(argument, bool)) or _has_numbers(argument):
        yield from ("more", "less")


def _is_list(argument: Any) -> bool:
    return isinstance(argument, list | tuple) and bool(argument)


def _has_numbers(argument: Any) -> bool:
    return _is_list(argument) and (isinstance(argument[0], int) or _has_numbers(argument[0]))


@dataclass(frozen=True)
class Misheard:
    """A verb that is heard wrong: ``place`` is that of an argument, ``sort`` what is wrong with it."""

    verb: str
    place: int | None
    sort: str

    def of(self, rule: Rule) -> Rule:
        """Make a rule whose board hears it wrong."""
        faulty = copy(rule)
        said = "price" if isinstance(rule, Preference) else "post"
        setattr(
            faulty, said, lambda board: getattr(rule, said)(Ear(board, set(), self.verb, self._change(board)))
        )
        return faulty

    def _change(self, board: Board) -> Callable[..., Any] | None:
        if self.place is None:
            return None
        by = {"more": 1, "less": -1, "later": board.tick, "earlier": -board.tick}[self.sort]

        def change(verb: Callable[..., Any], said: tuple[Any, ...]) -> Any:
            return verb(*(wrong(one, by) if place == self.place else one for place, one in enumerate(said)))

        return change


def wrong(argument: Any, by: int) -> Any:
    """Move the numbers or the windows of an argument."""
    if isinstance(argument, Window):
        return argument.replace(start=argument.start + by, end=argument.end + by)
    if isinstance(argument, list | tuple):
        return type(argument)(wrong(one, by) for one in argument)
    return argument + by if isinstance(argument, int) else argument


def misheard(name: str) -> list[Misheard]:
    """List what can go wrong between a rule and the board, by what the rule says on its cases."""
    heard: set[tuple[str, int | None, str]] = set()
    for case in cases(name):
        rule = copy(case.rule)
        said = "price" if isinstance(rule, Preference) else "post"
        original = getattr(case.rule, said)
        setattr(rule, said, lambda board, original=original: original(Ear(board, heard)))
        case.solved(rule)
    return [Misheard(*one) for one in sorted(heard, key=str)]
