"""A list of speakers from its first plan on through all that happens to it, with the fewest changes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from scheduler.domain.departures import departing
from scheduler.domain.inscription import Inscription
from scheduler.domain.list_of_speakers import Debate, ListOfSpeakers
from scheduler.domain.programme import LevelResult, Status
from scheduler.domain.replanning import left_of, taken_out
from scheduler.domain.speakers_plan import NotListed, Outcome
from scheduler.domain.verdict import Breach, Charge
from scheduler.judging import judge_speakers
from scheduler.reading.speakers import Debated
from scheduler.rules import Rule, SpeakersPreference
from scheduler.solving.run import Deadline
from scheduler.solving.speaking import SpeakersSolution, list_speakers
from scheduler.use_cases.speakers_changes import changes_between
from scheduler.use_cases.speakers_debate import debate_of
from scheduler.use_cases.speakers_happenings import LATE, Happening
from scheduler.use_cases.speakers_wanted import Before, wanted
from scheduler.use_cases.speakers_words import happened, refusal

_WORTH_SAYING = 600
"""Seconds that are lost, or unevenly divided, from which on a planner is told of it."""


@dataclass
class Planned:
    """Where the planning of a list has come to.

    ``debate`` is what the last list was made for. ``because`` says of parties why they are called where they
    are; ``faults`` where solver and judge disagree; ``remarks`` what it costs in whole meetings.
    ``apart`` are those that were absent or have changed places.
    """

    debate: Debate
    spoken: ListOfSpeakers
    status: Status
    levels: tuple[LevelResult, ...] = ()
    outcomes: list[Outcome] = field(default_factory=list)
    not_listed: list[NotListed] = field(default_factory=list)
    because: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    remarks: tuple[str, ...] = ()
    apart: set[str] = field(default_factory=set)


class Planning:
    """Makes a list of speakers, and makes it again whenever something happens.

    Parameters
    ----------
    debated
        The forum's debate.
    rules
        Those of its clauses.
    limits
        Seconds of each party's statement.
    deadline
        When to stop.
    """

    def __init__(
        self, debated: Debated, rules: Sequence[Rule], limits: Mapping[str, int], deadline: Deadline
    ) -> None:
        self._debated, self._rules = debated, rules
        self._limits, self._deadline = limits, deadline
        self._wishes = [rule.clause.clause for rule in rules if isinstance(rule, SpeakersPreference)]

    def begin(self, inscriptions: Iterable[Inscription]) -> Planned | Status:
        """Make the first list.

        Parameters
        ----------
        inscriptions
            Those it is made for.

        Returns
        -------
        Planned or str
            The status where there is no list.
        """
        debate = debate_of(self._debated, inscriptions, self._limits)
        solution = list_speakers(debate, self._rules, self._deadline)
        if solution.spoken is None:
            return solution.status
        planned = Planned(debate, solution.spoken, solution.status)
        self._take(planned, debate, solution, solution.spoken)
        return planned

    def happen(self, planned: Planned, happening: Happening) -> None:
        """Make the list again after something has happened.

        Parameters
        ----------
        planned
            The list as it was; it is brought up to date.
        happening
            What has happened.
        """
        forum = self._debated.forum
        before = Before(
            self._debated,
            self._limits,
            planned.debate,
            planned.spoken,
            60 * forum.clock.minute_at(happening.at),
            frozenset(planned.apart),
        )
        asked, what = wanted(before, happening), happened(forum, happening)
        if isinstance(asked, str):
            self._refuse(planned, happening, what, asked)
            return
        solution = list_speakers(asked, self._rules, self._deadline)
        apart = _not_exchanged(asked, happening, solution.spoken)
        if solution.spoken is not None and not apart:
            self._accept(planned, happening, what, asked, solution, solution.spoken)
        elif len(happening.inscriptions) > 1:
            for one in happening.inscriptions:
                self.happen(planned, Happening(happening.at, LATE, one.party, inscriptions=(one,)))
        elif happening.what == "absent":
            self._lose(planned, happening, what, before)
        else:
            self._refuse(planned, happening, what, refusal(forum, happening, apart))

    def _accept(  # noqa: PLR0913, PLR0917 - all that comes of one event
        self,
        planned: Planned,
        happening: Happening,
        what: str,
        asked: Debate,
        solution: SpeakersSolution,
        spoken: ListOfSpeakers,
    ) -> None:
        before = planned.spoken
        told = {call.party: call.excused for call in asked.calls if call.excused}
        planned.because.update(told)
        planned.apart.update(() if happening.what == LATE else told)
        if happening.what == "withdrawn":
            planned.not_listed.append(
                NotListed(party=happening.party, because="does not wish to speak any more")
            )
        self._take(planned, asked, solution, spoken)
        changes = changes_between(self._debated.forum, asked, before, spoken)
        planned.outcomes.append(Outcome(what=what, changes=changes))

    def _lose(self, planned: Planned, happening: Happening, what: str, before: Before) -> None:
        """Take off the list who was absent and fits nowhere any more."""
        why = refusal(self._debated.forum, happening, "")
        left = taken_out(left_of(before.debate, before.spoken, before.now, happening.party), happening.party)
        solution = list_speakers(left, self._rules, self._deadline)
        assert solution.spoken is not None  # the list as it was, without the party, is one
        self._take(planned, left, solution, solution.spoken)
        changes = changes_between(self._debated.forum, left, before.spoken, solution.spoken)
        planned.not_listed.append(NotListed(party=happening.party, because=why))
        planned.outcomes.append(Outcome(what=what, changes=changes, refused=why))

    def _refuse(self, planned: Planned, happening: Happening, what: str, why: str) -> None:
        """Leave the list as it is; who comes too late for it is named with the reason."""
        planned.outcomes.append(Outcome(what=what, refused=why))
        if happening.what == LATE:
            planned.not_listed.append(NotListed(party=happening.party, because=why))

    def _take(
        self, planned: Planned, debate: Debate, solution: SpeakersSolution, spoken: ListOfSpeakers
    ) -> None:
        """Take a new list, and let the judge look at it."""
        planned.debate, planned.spoken = debate, spoken
        planned.status, planned.levels = solution.status, solution.levels
        breaches, charges = judge_speakers(self._debated.forum, self._rules, debate, spoken)
        planned.faults += self._faults(solution, breaches, charges)
        held = [one for one in charges if one.subject in debate.stretch_by_meeting]
        planned.remarks = tuple(one.sentence for one in held if one.price >= _WORTH_SAYING)

    def _faults(
        self, solution: SpeakersSolution, breaches: Iterable[Breach], charges: Sequence[Charge]
    ) -> list[str]:
        """Compare what the solver promised with what the judge finds."""
        faults = [f"the solver kept {one.clause}, the judge did not: {one.sentence}" for one in breaches]
        for wish, level in zip(self._wishes, solution.levels, strict=True):
            paid = sum(one.price for one in charges if one.clause == wish)
            if paid > level.value or (solution.status == "optimal" and paid != level.value):
                faults.append(f"{wish} costs {level.value} by the solver and {paid} by the judge")
        return faults


def _not_exchanged(asked: Debate, happening: Happening, spoken: ListOfSpeakers | None) -> str:
    """Name a party that cannot be there in the place for which it has changed; empty where both can."""
    if happening.what != "swap" or spoken is None:
        return ""
    apart = [call.party for call in departing(asked, spoken, lambda one: asked.place_by_party[one.party])]
    return next((party for party in (happening.party, happening.other) if party in apart), "")
