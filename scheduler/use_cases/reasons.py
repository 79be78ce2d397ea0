"""Why a meeting cannot be held somewhere: the fewest clauses and facts that forbid it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from scheduler.domain.forum import Forum
from scheduler.rules import Rule, TimetableRule
from scheduler.solving import Limits
from scheduler.solving.explaining.all_clashes import all_clashes
from scheduler.solving.explaining.clashes import Clash, smallest_of, verified
from scheduler.solving.explaining.member_words import background_sentences
from scheduler.solving.explaining.members import Member, is_background
from scheduler.solving.explaining.questions import Questions
from scheduler.use_cases.explain import ClashMember, clash_member
from scheduler.use_cases.question import Question

_ALWAYS = "placed"
"""What no explanation has to say: that meetings are held at all."""


@dataclass(frozen=True)
class Reason:
    """What forbids a place: members that cannot stand together with the question.

    ``given`` says which physical clauses and official hours it takes beside them. It is ``verified`` when a
    second configuration of the solver agrees that all of it forbids the place, and that without any one
    member it would be possible.
    """

    members: tuple[ClashMember, ...]
    given: tuple[str, ...]
    verified: bool


class Reasons:
    """Finds reasons, and knows those that were found before.

    Parameters
    ----------
    rules
        Those of the clauses that the forum follows.
    limits
        Workers, and the time that is left.
    tell
        Takes sentences on the progress.
    """

    def __init__(
        self, rules: Sequence[Rule], limits: Limits, tell: Callable[[str], None] = lambda _: None
    ) -> None:
        self._rules, self._limits, self._tell = rules, limits, tell
        self._known: list[tuple[tuple[Member, ...], Reason]] = []

    def possible(self, forum: Forum, question: Question) -> bool | None:
        """Tell whether there is any timetable with a meeting where a question has it.

        Parameters
        ----------
        forum
            As it is solved.
        question
            About one of its meetings.

        Returns
        -------
        bool or None
            ``None`` when that was not found out in time.
        """
        questions = Questions(forum, self._asked(forum, question), self._limits)
        return questions.possible(questions.members)

    def known(self, forum: Forum, question: Question) -> Reason | None:
        """Look among the reasons found before for one that forbids a place too.

        Parameters
        ----------
        forum
            As it is solved.
        question
            About a place that is forbidden.

        Returns
        -------
        Reason or None
            One that has no member too many.
        """
        questions = Questions(forum, self._asked(forum, question), self._limits)
        return next((why for members, why in self._known if verified(questions, members).verified), None)

    def found(self, forum: Forum, question: Question, *, fewest: bool = False) -> Reason | None:
        """Find out why a place is forbidden.

        Parameters
        ----------
        forum
            As it is solved.
        question
            About a place that is forbidden.
        fewest
            Make sure that no reason has fewer members, rather than that none can be left out.

        Returns
        -------
        Reason or None
            ``None`` when it was not found out in time.
        """
        rules = self._asked(forum, question)
        questions = Questions(forum, rules, self._limits)
        if not questions.impossible(questions.members):
            return None
        self._tell("looking for what forbids it")
        clash = verified(questions, smallest_of(questions, sorted(questions.members, key=_firmest_last)))
        if fewest and len(clash.members) > 1:
            clash = self._fewest(forum, rules, clash)
        own = {one: number for number, one in enumerate(questions.members)}
        reason = Reason(
            members=tuple(
                clash_member(forum, one) for one in sorted(clash.members, key=lambda one: own[one])
            ),
            given=background_sentences(forum, self._given(forum, rules, clash.members)),
            verified=clash.verified,
        )
        if clash.verified:
            self._known.append((clash.members, reason))
        return reason

    def _asked(self, forum: Forum, question: Question) -> tuple[Rule, ...]:
        return (*self._rules, question.rule(forum))

    def _fewest(self, forum: Forum, rules: tuple[Rule, ...], clash: Clash) -> Clash:
        found = all_clashes(forum, rules, 1, self._limits, self._tell).found
        return next((one for one in found if len(one.members) < len(clash.members)), clash)

    def _given(self, forum: Forum, rules: tuple[Rule, ...], members: Sequence[Member]) -> Iterator[Rule]:
        """Yield what of the background cannot be left out."""
        needed = list(rules)
        for rule in self._rules:
            if isinstance(rule, TimetableRule) and is_background(rule) and rule.name() != _ALWAYS:
                fewer = [one for one in needed if one is not rule]
                if Questions(forum, fewer, self._limits).impossible(members):
                    needed = fewer
                else:
                    yield rule


def _firmest_last(member: Member) -> tuple[bool, bool]:
    """Sort what is left out first: facts, then practice, and mandates last of all."""
    return member.clause is not None, member.clause is not None and member.clause.tier == "mandate"
