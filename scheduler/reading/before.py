"""What earlier readings of the same process have read, so that many layouts of a forum are read quickly."""

from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from scheduler.domain.clause import Clause, Mandate
from scheduler.domain.party import Party
from scheduler.domain.venue import Venue
from scheduler.reading.entries import Entry
from scheduler.reading.yaml_nodes import Node

T = TypeVar("T")

MOST = 4_000
"""Things of a sort that are remembered at most: when there are more, all are forgotten."""


class Memory(Generic[T]):
    """Things by what they were read from."""

    def __init__(self) -> None:
        self._things: dict[tuple[Any, ...], T] = {}

    def get(self, text: tuple[Any, ...]) -> T | None:
        """Return what came of a text before.

        Parameters
        ----------
        text
            All that the thing is read from.

        Returns
        -------
        T or None
            ``None`` where it has not been read, or is forgotten.
        """
        return self._things.get(text)

    def put(self, text: tuple[Any, ...], thing: T) -> None:
        """Remember what came of a text.

        Parameters
        ----------
        text
            All that the thing is read from.
        thing
            What came of it, which nobody changes.
        """
        if len(self._things) >= MOST:
            self._things.clear()
        self._things[text] = thing


@dataclass(frozen=True)
class Bound:
    """A mandate, and its clauses with their places."""

    mandate: Mandate
    clauses: list[Entry[Clause]]


@dataclass(frozen=True)
class Before:
    """Files of YAML, venues and mandates, and rows of parties whose times do not depend on the days."""

    trees: Memory[Node] = field(default_factory=Memory)
    venues: Memory[Venue] = field(default_factory=Memory)
    mandates: Memory[Bound] = field(default_factory=Memory)
    parties: Memory[Entry[Party]] = field(default_factory=Memory)
