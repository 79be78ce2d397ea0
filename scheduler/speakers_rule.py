"""What a rule on lists of speakers is: a promise on a debate, read by the solver and by the judge.

``DEBATE`` sets the stage for the examples: lines with the debate's stretches (``day-1 10:00-13:00 debate-1``)
and its calls in the plain order (``minister egypt 3:00``, with the times at which the speaker can be there
behind it where these are not all). Lists have a line for each statement: ``day-1 10:00:00-10:03:00 egypt``.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from scheduler.domain.forum import Forum
from scheduler.domain.list_of_speakers import Debate, ListOfSpeakers
from scheduler.domain.protocol import Protocol
from scheduler.domain.verdict import Breach, Charge
from scheduler.options import RuleOptions
from scheduler.rule import Rule

if TYPE_CHECKING:
    from scheduler.board.speakers import SpeakersBoard


class OnSpeakers(Rule, ABC):
    """What rules and preferences on lists of speakers share."""

    DEBATE: ClassVar[str] = ""
    KEPT: ClassVar[tuple[str, ...]] = ()

    def customs(self, protocol: Protocol) -> Protocol:
        """Add to the customs by which a debate is held.

        Parameters
        ----------
        protocol
            What other rules have said.

        Returns
        -------
        Protocol
            With what this one says, where it says anything.
        """
        return protocol


class SpeakersRule(OnSpeakers):
    """A requirement on a list of speakers: the solver keeps it, the judge checks it."""

    BROKEN: ClassVar[dict[str, str]] = {}

    @abstractmethod
    def post(self, board: SpeakersBoard) -> None:
        """Tell the solver.

        Parameters
        ----------
        board
            Takes verbs over parties, in seconds.
        """

    @abstractmethod
    def breaches(self, forum: Forum, debate: Debate, spoken: ListOfSpeakers) -> Iterator[Breach]:
        """Judge a finished list of speakers.

        Parameters
        ----------
        forum
            The forum.
        debate
            What the list was made for.
        spoken
            The list, possibly incomplete.

        Yields
        ------
        Breach
            One for each subject that breaks the promise.
        """


class WishOptions(RuleOptions):
    """What every wish about lists of speakers has: its ``level``, 1 being the most important."""

    level: int = Field(default=1, ge=1)


class SpeakersPreference(OnSpeakers):
    """A wish about a list of speakers: the solver pays for what the judge charges.

    The wishes of a forum are looked at in the order of their levels: one is made as good as it can be before
    the next is looked at.
    """

    Options = WishOptions
    options: WishOptions

    CHARGED: ClassVar[dict[str, tuple[str, int]]] = {}

    @abstractmethod
    def price(self, board: SpeakersBoard) -> None:
        """Tell the solver what it pays for.

        Parameters
        ----------
        board
            Takes prices for this clause.
        """

    @abstractmethod
    def charges(self, forum: Forum, debate: Debate, spoken: ListOfSpeakers) -> Iterator[Charge]:
        """Charge a finished list of speakers.

        Parameters
        ----------
        forum
            The forum.
        debate
            What the list was made for.
        spoken
            The list; each party that is called stands in it once.

        Yields
        ------
        Charge
            One for each subject that costs something.
        """
