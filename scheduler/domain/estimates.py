"""When each speaker of a list can expect to be called, with a margin."""

from collections.abc import Collection, Iterable

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
    stretches: Iterable[Stretch],
    spoken: ListOfSpeakers,
    margin: int,
    replanned: int = 0,
    said: Collection[Statement] = (),
) -> tuple[Estimate, ...]:
    """Estimate when the speakers of a list are called.

    Parameters
    ----------
    stretches
        What is left of the debate in each meeting; of those that are over, nothing need be known.
    spoken
        The list.
    margin
        Seconds by which each statement before, and still to come, may be shorter or longer than planned.
    replanned
        How often the list has been planned again.
    said
        Statements of the past: they are as they are.

    Returns
    -------
    tuple of Estimate
        In the order of the list. Nobody is called before the rest of the debate begins in its meeting, or so
        late that the statement would end after it.
    """
    by_meeting = {one.meeting: one for one in stretches}
    numbers: dict[str, int] = {}
    before: dict[str, int] = {}
    found = []
    for one in spoken.statements:
        number = numbers[one.meeting] = numbers.get(one.meeting, 0) + 1
        stretch = None if one in said else by_meeting.get(one.meeting)
        early, late = _margins(stretch, one, before.get(one.meeting, 0) * margin)
        found.append(_estimate(one, number, early, late, replanned))
        if one not in said:
            before[one.meeting] = before.get(one.meeting, 0) + 1
    return tuple(found)


def _margins(stretch: Stretch | None, one: Statement, margin: int) -> tuple[Second, Second]:
    """Return when a statement begins at the earliest and at the latest."""
    if stretch is None:
        return one.start, one.start
    last = max(one.start, stretch.end - (one.end - one.start))
    return max(min(one.start, stretch.start), one.start - margin), min(last, one.start + margin)


def _estimate(one: Statement, number: int, early: Second, late: Second, replanned: int) -> Estimate:
    return Estimate(
        party=one.party,
        meeting=one.meeting,
        number=number,
        start=one.start,
        end=one.end,
        earliest=early,
        latest=late,
        reply=one.reply,
        replanned=replanned,
    )
