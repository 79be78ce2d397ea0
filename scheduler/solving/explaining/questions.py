"""Whether some members of a forum can stand together; what follows from earlier answers is not asked."""

from collections.abc import Collection, Sequence

from scheduler.domain.forum import Forum
from scheduler.rules import Rule
from scheduler.solving.explaining.lifting import lifted
from scheduler.solving.explaining.members import Member, members_of
from scheduler.solving.run import Settings
from scheduler.solving.solve import Limits
from scheduler.solving.subsets import Answer, any_timetable
from scheduler.solving.tick import tick_of


class Questions:
    """Asks for any timetable under some members, all others lifted; the background always holds.

    Parameters
    ----------
    forum
        The forum.
    rules
        Those of the clauses it follows.
    limits
        Workers, and the time that is left for all questions together.
    """

    def __init__(self, forum: Forum, rules: Sequence[Rule], limits: Limits) -> None:
        self.forum, self.rules = forum, rules
        self.members = members_of(forum, rules)
        self._limits = limits
        self._known: dict[tuple[frozenset[Member], bool], Answer] = {}

    @property
    def asked(self) -> int:
        """How many questions have been asked."""
        return len(self._known)

    def possible(self, members: Collection[Member], *, otherwise: bool = False) -> bool | None:
        """Tell whether there is a timetable.

        Parameters
        ----------
        members
            Those that it has to keep.
        otherwise
            Ask a second configuration of the solver, which shares little with the first.

        Returns
        -------
        bool or None
            ``None`` when that was not found out in time.
        """
        key = frozenset(members), otherwise
        if key not in self._known:
            follows = None if otherwise else self._follows(key[0])
            if follows is not None:
                return follows
            self._known[key] = self._ask(key[0], otherwise)
        return self._known[key].possible

    def _follows(self, members: frozenset[Member]) -> bool | None:
        """Conclude from what was asked: what keeps less is as possible, what keeps more as impossible."""
        for (known, otherwise), answer in self._known.items():
            if not otherwise and answer.possible and members <= known:
                return True
            if not otherwise and answer.possible is False and members >= known:
                return False
        return None

    def impossible(self, members: Collection[Member]) -> bool:
        """Tell whether it is proven that there is no timetable.

        Parameters
        ----------
        members
            Those that it would have to keep.

        Returns
        -------
        bool
            False also when that was not found out in time.
        """
        return self.possible(members) is False

    def _ask(self, members: frozenset[Member], otherwise: bool) -> Answer:
        free = [member for member in self.members if member not in members]
        question = lifted(self.forum, self.rules, free)
        quick = Settings(self._limits.workers, self._limits.seed, quick=True)
        return any_timetable(
            question.forum,
            question.rules,
            tick_of(question.forum, question.rules),
            None if otherwise else quick,
            self._limits.deadline,
        )
