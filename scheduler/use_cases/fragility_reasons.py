"""Why a loss makes a forum impossible: found quickly, because a timetable without the loss is known.

Whatever lifts the loss, or the duties of whoever is lost, makes that timetable possible again, and so both
are in every clash. A timetable that the judge accepts also shows that fewer members are possible, for
lifting more members never takes a timetable away.
"""

from collections.abc import Collection, Sequence

from scheduler.domain.forum import Forum
from scheduler.judging import judge
from scheduler.publishing.fragility_values import Loss
from scheduler.rules import Rule
from scheduler.solving import Limits
from scheduler.solving.explaining.clashes import Clash, smallest_of, verified
from scheduler.solving.explaining.lifting import lifted
from scheduler.solving.explaining.members import Member
from scheduler.solving.explaining.questions import Questions
from scheduler.solving.subsets import Answer

_TEAMS = "interpretation-teams"


def clash_of(
    forum: Forum, rules: Sequence[Rule], loss: Loss, limits: Limits, *, kept: bool = True
) -> Clash | None:
    """Find out why a loss makes a forum impossible.

    Parameters
    ----------
    forum
        The forum with the loss.
    rules
        Those of the clauses it follows.
    loss
        What is lost.
    limits
        Workers, and the time that is left.
    kept
        Whether the timetable that stands without the loss breaks no clause.

    Returns
    -------
    Clash or None
        A smallest set that cannot stand together, in the order of the members; ``None`` where it is not
        proven that all of them cannot.
    """
    questions = LossQuestions(forum, rules, loss, limits, kept=kept)
    if not questions.impossible(questions.members):
        return None
    alone = tuple(one for one in questions.members if one in questions.in_every_clash)
    impossible = alone if alone and questions.impossible(alone) else smallest_of(questions, questions.members)
    return verified(questions, impossible)


class LossQuestions(Questions):
    """Asks only what the known timetables leave open.

    Parameters
    ----------
    forum, rules, loss, limits, kept
        As for ``clash_of``.
    """

    def __init__(
        self, forum: Forum, rules: Sequence[Rule], loss: Loss, limits: Limits, *, kept: bool
    ) -> None:
        super().__init__(forum, rules, limits)
        found = self.members if kept else ()
        self.in_every_clash = frozenset(one for one in found if _is_in_every_clash(one, loss, rules))
        self._shown: list[frozenset[Member]] = []

    def possible(self, members: Collection[Member], *, otherwise: bool = False) -> bool | None:
        """Tell whether there is a timetable; a second configuration is not asked where one was judged."""
        asked = frozenset(members)
        if not self.in_every_clash <= asked or any(asked <= shown for shown in self._shown):
            return True
        return super().possible(members, otherwise=otherwise)

    def _ask(self, members: frozenset[Member], otherwise: bool) -> Answer:
        answer = super()._ask(members, otherwise)
        if answer.timetable is not None:
            free = [member for member in self.members if member not in members]
            question = lifted(self.forum, self.rules, free)
            if not judge(question.forum, question.rules, answer.timetable).breaches:
                self._shown.append(members)
        return answer


def _is_in_every_clash(member: Member, loss: Loss, rules: Sequence[Rule]) -> bool:
    if loss.sort == "room":
        return (member.sort, member.of) == ("closure", (loss.of, loss.when))
    if loss.sort == "teams":
        clauses = [rule.clause for rule in rules if rule.name() == _TEAMS]
        return [member.clause] == clauses
    return member.sort in ("absence", "duties") and member.of == (loss.of,)
