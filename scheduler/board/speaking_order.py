"""Who speaks before whom, in which meeting and when, as variables of CP-SAT.

Speakers who can always be there keep the plain order among themselves and are one chain: of them the model
only knows where the chain is cut by the breaks. All others are loose: each has the number of the chain's
speakers before it, its meeting and its start, and each pair of them has an order. That is 900 truths for
196 speakers of whom 30 are loose, where an order of all pairs would be 19,110.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate, combinations, pairwise

from ortools.sat.python import cp_model

from scheduler.domain.list_of_speakers import Call, Debate

Amount = cp_model.LinearExpr | int
Truth = cp_model.LiteralT

_DAY = 86_400
"""By how many seconds a start may lie outside the debate, where nothing forbids it."""


class SpeakingOrder:
    """The variables of a debate.

    Parameters
    ----------
    model
        The model to which variables and constraints are added.
    debate
        Its calls in the plain order; those named in ``chained`` are never out of it among themselves.
    chained
        Ids of parties.
    waiting
        Whether the floor may be empty until a speaker is there.
    """

    def __init__(
        self, model: cp_model.CpModel, debate: Debate, chained: Iterable[str], *, waiting: bool = True
    ) -> None:
        names = frozenset(chained)
        self.may_wait = waiting
        self.model = model
        self.debate = debate
        self.chain = [call for call in debate.calls if call.party in names]
        self.loose = [call for call in debate.calls if call.party not in names]
        self._spans: dict[tuple[int, ...], list[Amount]] = {}
        self._make_meetings()
        self._make_order()
        self._make_starts()

    @cached_property
    def meetings(self) -> range:
        """Numbers of the stretches."""
        return range(len(self.debate.stretches))

    def length(self, call: Call) -> int:
        """Return the seconds that a call takes with the change-over behind it."""
        return call.seconds + self.debate.change_over

    def _make_meetings(self) -> None:
        """Cut the chain, and give each loose speaker one meeting; a forum without stretches has none."""
        model, size = self.model, len(self.chain)
        inner = [model.new_int_var(0, size, "") for _ in self.meetings[1:]]
        self.cuts: list[cp_model.IntVar | int] = [0, *inner, size] if self.meetings else [0]
        for earlier, later in pairwise(self.cuts):
            model.add(earlier <= later)
        self.held = {call.party: [model.new_bool_var("") for _ in self.meetings] for call in self.loose}
        for truths in self.held.values():
            model.add_exactly_one(truths)
        if not self.meetings and self.debate.calls:
            model.add_bool_or([])

    def _make_order(self) -> None:
        """Say for each loose speaker how many of the chain, and which of the loose, come before it."""
        size = len(self.chain)
        self.passed = {call.party: self.model.new_int_var(0, size, "") for call in self.loose}
        self.before: dict[tuple[str, str], Truth] = {}
        self.turned: dict[tuple[str, str], cp_model.IntVar] = {}
        for one, other in combinations(self.loose, 2):
            turned = self.model.new_bool_var("")
            self.turned[one.party, other.party] = turned
            self.before[other.party, one.party] = turned
            self.before[one.party, other.party] = turned.negated()
        self.load = {call.party: self._load(call) for call in self.loose}
        for (first, second), truth in self.before.items():
            self.model.add(self.passed[first] <= self.passed[second]).only_enforce_if(truth)
            length = self.length(self.debate.call_by_party[first])
            self.model.add(self.load[second] >= self.load[first] + length).only_enforce_if(truth)

    def _load(self, call: Call) -> Amount:
        """Return the seconds of all statements before that of a loose speaker."""
        others = [one for one in self.loose if one is not call]
        truths = [self.before[one.party, call.party] for one in others]
        ahead = cp_model.LinearExpr.weighted_sum(truths, [self.length(one) for one in others])
        return self.of_chain(self.passed[call.party]) + ahead

    def of_chain(self, count: Amount) -> Amount:
        """Return the seconds of the first so many statements of the chain.

        Parameters
        ----------
        count
            A number, or a variable.

        Returns
        -------
        LinearExpr or int
            Change-overs with them.
        """
        return self.looked_up(count, [0, *accumulate(map(self.length, self.chain))])

    def looked_up(self, count: Amount, table: Sequence[int]) -> Amount:
        """Return the value of a table at a number of speakers of the chain.

        Parameters
        ----------
        count
            A number, or a variable.
        table
            One value more than there are speakers in the chain.

        Returns
        -------
        LinearExpr or int
            Without a variable of its own where all steps of the table are alike.
        """
        steps = {later - earlier for earlier, later in pairwise(table)}
        if len(steps) <= 1:
            return count * next(iter(steps), 0) + table[0]
        if isinstance(count, int):
            return table[count]
        found = self.model.new_int_var(min(table), max(table), "")
        self.model.add_element(count, table, found)
        return found

    def _make_starts(self) -> None:
        """Give each loose speaker a start, and each break the load before it."""
        stretches = self.debate.stretches
        first, last = (stretches[0].start, stretches[-1].end) if stretches else (0, 0)
        self.start = {
            call.party: self.model.new_int_var(first - _DAY, last + _DAY, "") for call in self.loose
        }
        most = [one.end - one.start if self.may_wait else 0 for one in stretches]
        self.waiting = [self.model.new_int_var(0, seconds, "") for seconds in most]
        self.loads = [self._load_before(number) for number in range(len(self.cuts))]
        for call in self.loose:
            for number, truth in enumerate(self.held[call.party]):
                self._hold(call, number, truth)

    def _load_before(self, number: int) -> Amount:
        truths = [
            (self.length(call), self.held[call.party][one]) for call in self.loose for one in range(number)
        ]
        loose = cp_model.LinearExpr.weighted_sum([one for _, one in truths], [price for price, _ in truths])
        return self.of_chain(self.cuts[number]) + loose

    def _hold(self, call: Call, number: int, truth: Truth) -> None:
        """Tie a loose speaker to a meeting: it speaks between its breaks in the chain."""
        passed = self.passed[call.party]
        self.model.add(passed >= self.cuts[number]).only_enforce_if(truth)
        self.model.add(passed <= self.cuts[number + 1]).only_enforce_if(truth)

    def in_turn(self) -> None:
        """Let one speak after the other in each meeting, from its beginning on and not beyond its end."""
        for number, stretch in enumerate(self.debate.stretches):
            room = stretch.end - stretch.start - self.debate.reserved(stretch.meeting)
            load = self.loads[number + 1] - self.loads[number]
            self.model.add(load + self.waiting[number] <= room)
        for call in self.loose:
            self._between_hours(call)
            for number, truth in enumerate(self.held[call.party]):
                stretch = self.debate.stretches[number]
                due = self.load[call.party] - self.loads[number] + stretch.start
                self._begin(self.start[call.party], due, self.waiting[number], truth)
        for (first, second), before in self.before.items():
            self._follow(first, second, before)

    def _between_hours(self, call: Call) -> None:
        """Keep a loose speaker inside the hours of the debate, and of the meeting in which it speaks."""
        spans = [(one.start, one.end) for one in self.debate.stretches]
        start = self.start[call.party]
        self.model.add_linear_expression_in_domain(start, cp_model.Domain.from_intervals(spans))
        for (first, last), truth in zip(spans, self.held[call.party], strict=True):
            self.model.add_linear_constraint(start, first, last).only_enforce_if(truth)

    def _follow(self, first: str, second: str, before: Truth) -> None:
        """Let a loose speaker begin after another one; the times of both then say who is first."""
        length = self.length(self.debate.call_by_party[first])
        self.model.add(self.start[second] >= self.start[first] + length).only_enforce_if(before)
        if self.may_wait:
            # How long the floor was empty only grows; it also keeps meetings in their order.
            late, later = (self.start[name] - self.load[name] for name in (first, second))
            self.model.add(late <= later).only_enforce_if(before)

    def _begin(self, start: Amount, due: Amount, waiting: Amount, truth: Truth) -> None:
        """Let a speaker begin when all before have spoken, or after some waiting."""
        if not self.may_wait:
            self.model.add(start == due).only_enforce_if(truth)
            return
        self.model.add(start >= due).only_enforce_if(truth)
        self.model.add(start <= due + waiting).only_enforce_if(truth)

    def position(self, party: str) -> Amount:
        """Return how many speak before a loose speaker."""
        truths = [self.before[one.party, party] for one in self.loose if one.party != party]
        return self.passed[party] + cp_model.LinearExpr.sum(truths)
