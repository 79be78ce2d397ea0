"""What a rule is: a promise with two readings.

A rule is one module in ``constraints/``. It says what is promised, tells the solver
(``post`` or ``price``), and judges a finished timetable without the solver (``breaches`` or
``charges``). The two readings share nothing but the values of the domain.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from scheduler.domain.clause import Clause
from scheduler.domain.forum import Forum
from scheduler.domain.last_day import LastDay
from scheduler.domain.timetable import Timetable
from scheduler.domain.verdict import Breach, Charge, Open
from scheduler.options import RuleOptions

if TYPE_CHECKING:
    from scheduler.board import Board


class Rule:
    """A promise that clauses can make, read by the solver and by the judge.

    ``OPTIONS`` and ``FORUM`` set the stage for the examples ``KEPT`` and ``BROKEN``: options of
    the clause, and the forum's data beside what the example's lines already say. ``OF_RELEASE`` is
    true for what compares with the last release.
    """

    Options: ClassVar[type[RuleOptions]] = RuleOptions
    OPTIONS: ClassVar[dict[str, Any]] = {}
    FORUM: ClassVar[dict[str, Any]] = {}
    OF_RELEASE: ClassVar[bool] = False

    def __init__(self, clause: Clause, options: RuleOptions) -> None:
        self.clause = clause
        self.options = options

    @classmethod
    def name(cls) -> str:
        """Return the name by which clauses call the rule: its module's, with hyphens."""
        return cls.__module__.rpartition(".")[2].replace("_", "-")

    def lengths(self, forum: Forum) -> Iterator[int]:
        """Yield the lengths of time that the solver's tick has to divide.

        Parameters
        ----------
        forum
            The forum.

        Yields
        ------
        int
            Minutes.
        """
        yield from self.options.lengths()

    def opens(self, forum: Forum) -> Iterator[Open]:
        """Yield what this clause cannot judge yet, because the forum has not decided it.

        Parameters
        ----------
        forum
            The forum.

        Yields
        ------
        Open
            One for each open point.
        """
        yield from ()

    def grounds(self, forum: Forum) -> Iterator[str]:
        """Yield what of the forum's data the clause goes by, where that is not in its words.

        Parameters
        ----------
        forum
            The forum.

        Yields
        ------
        str
            Parts of a sentence that stand beside the clause in explanations.
        """
        yield from ()

    def last_days(self, forum: Forum) -> Iterator[LastDay]:
        """Yield the last days that this clause sets for milestones.

        Parameters
        ----------
        forum
            The forum.

        Yields
        ------
        LastDay
            One for each milestone of which the clause speaks; most clauses speak of none.
        """
        yield from ()

    def _cited(self) -> dict[str, Any]:
        clause = self.clause
        return {
            "clause": clause.clause,
            "mandate": clause.mandate,
            "paragraph": clause.paragraph,
            "tier": clause.tier,
        }

    def breach(self, subject: str, sentence: str) -> Breach:
        """Say that the clause is broken.

        Parameters
        ----------
        subject
            Id of the session, meeting, room or party concerned.
        sentence
            One sentence with names and times.

        Returns
        -------
        Breach
            With the clause's citation.
        """
        return Breach(subject=subject, sentence=sentence, **self._cited())

    def charge(self, subject: str, sentence: str, price: int) -> Charge:
        """Say what the preference costs.

        Parameters
        ----------
        subject
            Id of the session, meeting, room or party concerned.
        sentence
            One sentence with names and times.
        price
            More than 0, in the rule's own unit.

        Returns
        -------
        Charge
            With the clause's citation.
        """
        return Charge(subject=subject, sentence=sentence, price=price, **self._cited())

    def open_point(self, subject: str, sentence: str) -> Open:
        """Say what is not decided.

        Parameters
        ----------
        subject
            Id of the session, meeting, room or party concerned.
        sentence
            One sentence that names what is missing.

        Returns
        -------
        Open
            With the clause's citation.
        """
        return Open(subject=subject, sentence=sentence, **self._cited())


class TimetableRule(Rule, ABC):
    """A requirement on placements: the solver keeps it, the judge checks it.

    ``NARROWS`` is true for rules that only take places away from single meetings; they are posted
    first, so that later rules see the smaller choice. ``REACHES`` is true for rules that a meeting may
    keep because it reaches over more than one official period. ``SHAPES`` is true for rules that decide what
    the model is made of; they are posted before all others.
    """

    SHAPES: ClassVar[bool] = False
    NARROWS: ClassVar[bool] = False
    REACHES: ClassVar[bool] = False
    KEPT: ClassVar[tuple[str, ...]] = ()
    BROKEN: ClassVar[dict[str, str]] = {}

    @abstractmethod
    def post(self, board: Board) -> None:
        """Tell the solver.

        Parameters
        ----------
        board
            Takes verbs in minutes and meetings.
        """

    @abstractmethod
    def breaches(self, forum: Forum, timetable: Timetable) -> Iterator[Breach]:
        """Judge a finished timetable.

        Parameters
        ----------
        forum
            The forum.
        timetable
            Its placements, possibly incomplete.

        Yields
        ------
        Breach
            One for each subject that breaks the promise.
        """


class ForumRule(Rule, ABC):
    """A requirement on the forum's own data: it is judged before any solving.

    ``STOPS`` is false for what can no longer be put right, and so keeps no timetable from being
    made.
    """

    STOPS: ClassVar[bool] = True

    KEPT: ClassVar[tuple[dict[str, Any], ...]] = ()
    BROKEN: ClassVar[tuple[tuple[dict[str, Any], str], ...]] = ()

    @abstractmethod
    def breaches(self, forum: Forum) -> Iterator[Breach]:
        """Judge the forum's own data.

        Parameters
        ----------
        forum
            The forum.

        Yields
        ------
        Breach
            One for each subject that breaks the promise.
        """


class Preference(Rule, ABC):
    """A wish about placements: the solver pays for what the judge charges."""

    KEPT: ClassVar[tuple[str, ...]] = ()
    CHARGED: ClassVar[dict[str, tuple[str, int]]] = {}

    @abstractmethod
    def price(self, board: Board) -> None:
        """Tell the solver what it pays for.

        Parameters
        ----------
        board
            Takes prices for this clause.
        """

    @abstractmethod
    def charges(self, forum: Forum, timetable: Timetable) -> Iterator[Charge]:
        """Charge a finished timetable.

        Parameters
        ----------
        forum
            The forum.
        timetable
            Its placements, possibly incomplete.

        Yields
        ------
        Charge
            One for each subject that costs something.
        """


class ForumPreference(Rule, ABC):
    """A wish about the forum's own data: what it costs does not depend on the timetable."""

    KEPT: ClassVar[tuple[dict[str, Any], ...]] = ()
    CHARGED: ClassVar[tuple[tuple[dict[str, Any], str, int], ...]] = ()

    @abstractmethod
    def charges(self, forum: Forum) -> Iterator[Charge]:
        """Charge the forum's own data.

        Parameters
        ----------
        forum
            The forum.

        Yields
        ------
        Charge
            One for each subject that costs something.
        """
