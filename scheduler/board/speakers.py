"""The door from the rules on lists of speakers to CP-SAT: verbs over parties, in seconds."""

from collections.abc import Iterable

from ortools.sat.python import cp_model

from scheduler.board.speakers_prices import SpeakersPrices
from scheduler.board.speaking_order import Amount, SpeakingOrder
from scheduler.domain.list_of_speakers import Debate, ListOfSpeakers, Statement, Times


class SpeakersBoard:
    """A model of one debate.

    Parameters
    ----------
    debate
        With its calls in the plain order.
    chain
        Whether speakers who can always be there may be one chain; else each is by itself, so that any order
        can be pinned.
    waiting
        Whether the floor may be empty until a speaker is there.
    """

    def __init__(self, debate: Debate, *, chain: bool = True, waiting: bool = True) -> None:
        self.debate = debate
        self.model = cp_model.CpModel()
        free = [call.party for call in debate.calls if call.free] if chain else []
        self.order = SpeakingOrder(self.model, debate, free, waiting=waiting)
        self.prices = SpeakersPrices(self.model, debate, self.order)
        self._everyone = False
        self._replies: dict[tuple[str, str, int], cp_model.IntVar] = {}

    def everyone(self) -> None:
        """Let each party that is called speak once, as long as its limit says."""
        self._everyone = True

    def in_turn(self) -> None:
        """Let one speak after the other inside the meetings."""
        self.order.in_turn()

    def keep_order(self) -> None:
        """Keep the plain order among those who can always be there."""
        free = [call.party for call in self.order.loose if call.free]
        for number, one in enumerate(free):
            for other in free[number + 1 :]:
                self.model.add_bool_or([self.order.before[one, other]])

    def reserve(self) -> None:
        """Give each right of reply its time in its meeting, behind all that is said there before it."""
        for number, stretch in enumerate(self.debate.stretches):
            replies = [one for one in self.debate.replies if one.meeting == stretch.meeting]
            ready: Amount = self._all_said(number) if replies else 0
            for reply in replies:
                start = self.model.new_int_var(stretch.start, stretch.end, "")
                self.model.add(start >= ready)
                self.model.add(start + reply.seconds <= stretch.end)
                self._replies[reply.party, reply.meeting, reply.number] = start
                ready = start + reply.seconds + self.debate.change_over

    def _all_said(self, number: int) -> cp_model.IntVar:
        """Return a time at which nobody has the floor any more in a meeting, the change-over with it."""
        stretch, order = self.debate.stretches[number], self.order
        said = self.model.new_int_var(stretch.start, stretch.end, "")
        load = order.loads[number + 1] - order.loads[number]
        if order.chain:
            self.model.add(said >= load + stretch.start + order.waiting[number])
        for call in order.loose:
            truth = order.held[call.party][number]
            self.model.add(said >= order.start[call.party] + order.length(call)).only_enforce_if(truth)
        return said

    def only_while(self, party: str, there: Times) -> None:
        """Let a party speak only at some times.

        Parameters
        ----------
        party
            Who is called.
        there
            First and last seconds; its whole statement lies in one of them.
        """
        if party not in self.order.start:
            return
        seconds = self.debate.call_by_party[party].seconds
        starts = [(first, last - seconds) for first, last in there if last - first >= seconds]
        domain = cp_model.Domain.from_intervals(starts)
        self.model.add_linear_expression_in_domain(self.order.start[party], domain)

    def pin(self, spoken: ListOfSpeakers) -> None:
        """Hold a list of speakers as it is.

        Parameters
        ----------
        spoken
            A list in which no speaker of this board is in the chain.
        """
        to_come = [one for one in spoken.order if one not in self.debate.said]
        for party, start in self.order.start.items():
            mine = [one for one in to_come if one.party == party]
            if self._everyone and not self._once(party, mine):
                self.model.add_bool_or([])
            for one in mine[:1]:
                self.model.add(start == one.start)
                self._hold(party, one)
        if self._everyone and any(one.party not in self.order.start for one in to_come):
            self.model.add_bool_or([])
        self._hold_pairs(spoken)
        self._hold_replies(spoken)

    def _once(self, party: str, mine: list[Statement]) -> bool:
        return [one.end - one.start for one in mine] == [self.debate.call_by_party[party].seconds]

    def _hold(self, party: str, one: Statement) -> None:
        meetings = [stretch.meeting for stretch in self.debate.stretches]
        if one.meeting in meetings:
            self.model.add_bool_or([self.order.held[party][meetings.index(one.meeting)]])
        else:
            self.model.add_bool_or([])

    def _hold_pairs(self, spoken: ListOfSpeakers) -> None:
        """Hold who speaks before whom as the list has it, also where two have the floor at once."""
        listed = [one.party for one in spoken.order if one.party in self.order.start]
        order = list(dict.fromkeys(listed))
        for number, one in enumerate(order):
            for other in order[number + 1 :]:
                self.model.add_bool_or([self.order.before[one, other]])

    def _hold_replies(self, spoken: ListOfSpeakers) -> None:
        given = {(one.party, one.meeting, one.reply): one for one in spoken.statements if one.reply}
        for reply in self.debate.replies if self._replies else ():
            name = (reply.party, reply.meeting, reply.number)
            one = given.get(name)
            if one is None or one.end - one.start != reply.seconds:
                self.model.add_bool_or([])
            else:
                self.model.add(self._replies[name] == one.start)


def decided(board: SpeakersBoard) -> Iterable[tuple[Amount, int]]:
    """List what makes one list of a debate another, in the order in which the first of the best is found.

    Parameters
    ----------
    board
        With all rules posted.

    Yields
    ------
    tuple of LinearExpr and int
        Positions of the loose speakers in the plain order, loads before the breaks, and starts where they
        do not follow from these; each with the most that it can be, and none below 0.
    """
    order, calls = board.order, board.debate.calls
    for call in order.loose:
        yield order.position(call.party), len(calls)
    everything = sum(map(order.length, calls))
    for number in order.meetings[1:]:
        yield everything - order.loads[number], everything
    for call in order.loose if order.may_wait else ():
        first, last = board.debate.stretches[0].start, board.debate.stretches[-1].end
        yield order.start[call.party] - first, last - first
