"""From a solved model back to the list of speakers, to the second."""

from scheduler.board.speakers import SpeakersBoard
from scheduler.domain.list_of_speakers import Call, ListOfSpeakers, Statement, Stretch
from scheduler.solving.run import Run


def read_list(board: SpeakersBoard, answer: Run) -> ListOfSpeakers:
    """Read the list of a solution.

    Parameters
    ----------
    board
        The board that was solved.
    answer
        A run with a solution.

    Returns
    -------
    ListOfSpeakers
        With the statements of the past, and with rights of reply as early as they may be.
    """
    debate = board.debate
    statements = list(debate.made)
    for number, stretch in enumerate(debate.stretches):
        ready = stretch.start
        for call in _in_meeting(board, answer, number):
            start = max(ready, _start(board, answer, call))
            statements.append(_statement(call.party, stretch, start, call.seconds))
            ready = start + call.seconds + debate.change_over
        for reply in (one for one in debate.replies if one.meeting == stretch.meeting):
            statements.append(_statement(reply.party, stretch, ready, reply.seconds, reply.number))
            ready += reply.seconds + debate.change_over
    return ListOfSpeakers(statements=tuple(sorted(statements, key=lambda one: (one.start, one.end))))


def _statement(party: str, stretch: Stretch, start: int, seconds: int, reply: int = 0) -> Statement:
    return Statement(party=party, meeting=stretch.meeting, start=start, end=start + seconds, reply=reply)


def _start(board: SpeakersBoard, answer: Run, call: Call) -> int:
    """Return the start of a loose speaker; those in the chain follow whoever is before them."""
    start = board.order.start.get(call.party)
    return 0 if start is None else answer.of(start)


def _in_meeting(board: SpeakersBoard, answer: Run, number: int) -> list[Call]:
    """List the speakers of a meeting in their order."""
    order = board.order
    first, last = (answer.amount(order.cuts[one]) for one in (number, number + 1))
    chained = [(place, 1, 0, call) for place, call in enumerate(order.chain) if first <= place < last]
    loose = [
        (answer.of(order.passed[call.party]), 0, answer.of(order.start[call.party]), call)
        for call in order.loose
        if answer.of(order.held[call.party][number])
    ]
    return [call for *_, call in sorted([*chained, *loose], key=lambda one: one[:3])]
