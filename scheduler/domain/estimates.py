"""When each speaker of a list can expect to be called, with a margin."""

from collections.abc import Iterable

from scheduler.domain.list_of_speakers import ListOfSpeakers, Second, Statement, Stretch
from scheduler.domain.value import Identifier, Value


class Estimate(Value):
    """A statement to come, in seconds on the forum's axis.

    ``number`` counts the statements of its meeting from 1 on. ``earliest`` and ``latest``
    are when the party may be called at the earliest and the latest, ``start`` and ``end`` what is planned.
    ``reply`` is 0 unless it is a right of reply. ``replanned`` counts how often the list has been
    planned again.
    """

    party: Identifier
    meeting: Identifier
    number: int
    start: Second
    end: Second
    earliest: Second
    latest: Second
    reply: int = 0
    replanned: int = 0


def estimates(
    stretches: Iterable[Stretch], spoken: ListOfSpeakers, margin: int, replanned: int = 0
) -> tuple[Estimate, ...]:
    """Estimate when the speakers of a list are called.

    Parameters
    ----------
    stretches
        The whole debate, as it was before anybody spoke.
    spoken
        The list.
    margin
        Seconds by which each statement before may be shorter or longer than planned.
    replanned
        How often the list has been planned again: a number that grows with each change of it.

    Returns
    -------
    tuple of Estimate
        In the order of the list. Nobody is called before the debate begins in its meeting, or so late that
        the statement would end after it.
    """
    by_meeting = {one.meeting: one for one in stretches}
    before: dict[str, int] = {}
    found = []
    for one in spoken.statements:
        count = before.get(one.meeting, 0)
        estimate = _estimate(by_meeting[one.meeting], one, count, count * margin)
        found.append(estimate.replace(replanned=replanned))
        before[one.meeting] = count + 1
    return tuple(found)


def _estimate(stretch: Stretch, one: Statement, count: int, margin: int) -> Estimate:
    last = max(one.start, stretch.end - (one.end - one.start))
    return Estimate(
        party=one.party,
        meeting=one.meeting,
        number=count + 1,
        start=one.start,
        end=one.end,
        earliest=max(min(one.start, stretch.start), one.start - margin),
        latest=min(last, one.start + margin),
        reply=one.reply,
    )
