"""How many statements a debate has room for, and how short they have to be for all to fit."""

from collections.abc import Callable, Iterable, Sequence

from scheduler.domain.inscription import Inscription
from scheduler.domain.list_of_speakers import Stretch
from scheduler.domain.party import Party
from scheduler.domain.speakers_list import Compression, SpeakersList

USUAL = (300, 240, 180, 150, 120)
"""Limits in seconds at which planners look first: five, four, three, two and a half, and two minutes."""


def room_for(stretches: Iterable[Stretch], limit: int, change_over: int) -> int:
    """Count the statements of one length that fit; none is broken by a break.

    Parameters
    ----------
    stretches
        Of the debate.
    limit
        The seconds of a statement.
    change_over
        The seconds behind each, also behind the last of a meeting.

    Returns
    -------
    int
        In all meetings together.
    """
    return sum((one.end - one.start) // (limit + change_over) for one in stretches)


def how_many_fit(stretches: Sequence[Stretch], lengths: Sequence[int], change_over: int) -> int:
    """Count how many of a row of statements fit, called one after the other.

    Parameters
    ----------
    stretches
        Of the debate, in the order of time.
    lengths
        Seconds of the statements in their order.
    change_over
        The seconds behind each.

    Returns
    -------
    int
        The first so many; the next one would go beyond the end of the last meeting.
    """
    left, ends = 0, iter(stretches)
    for count, length in enumerate(lengths):
        while left < length + change_over:
            stretch = next(ends, None)
            if stretch is None:
                return count
            left = stretch.end - stretch.start
        left -= length + change_over
    return len(lengths)


def longest_limit(stretches: Sequence[Stretch], count: int, change_over: int) -> int:
    """Return the longest limit at which so many statements fit.

    Parameters
    ----------
    stretches
        Of the debate.
    count
        How many are to speak.
    change_over
        The seconds behind each.

    Returns
    -------
    int
        Whole seconds; 0 where not even statements of a second fit.
    """
    most = max((one.end - one.start for one in stretches), default=0)
    return longest_where(lambda seconds: room_for(stretches, seconds, change_over) >= count, most)


def longest_where(fits: Callable[[int], bool], most: int) -> int:
    """Return the longest limit at which something fits.

    Parameters
    ----------
    fits
        Tells of a limit in seconds; what fits at one fits at all that are shorter.
    most
        The longest limit that is looked at.

    Returns
    -------
    int
        Whole seconds; 0 where it fits at none.
    """
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low


def compressed(
    figures: SpeakersList,
    stretches: Sequence[Stretch],
    inscriptions: Sequence[Inscription],
    party: Callable[[str], Party | None],
) -> tuple[Compression | None, dict[str, int]]:
    """Shorten statements step by step until all of them fit.

    Parameters
    ----------
    figures
        With the steps.
    stretches
        Of the debate.
    inscriptions
        Who is to speak, in the plain order.
    party
        Finds a party by its id.

    Returns
    -------
    tuple of Compression and dict
        The first step at which all fit, ``None`` where none does, and the seconds of each party.
    """
    for step in figures.compression:
        lengths = {
            one.party: _length(figures, step, stretches, len(inscriptions), party(one.party))
            for one in inscriptions
        }
        fit = how_many_fit(stretches, list(lengths.values()), figures.change_over_seconds)
        if fit == len(inscriptions) and all(lengths.values()):
            return step, lengths
    return None, {}


def _length(
    figures: SpeakersList, step: Compression, stretches: Sequence[Stretch], count: int, party: Party | None
) -> int:
    if step.limit_seconds is None:
        return longest_limit(stretches, count, figures.change_over_seconds)
    is_member = party is None or not figures.members or party.kind in figures.members
    if is_member or step.other_limit_seconds is None:
        return step.limit_seconds
    return step.other_limit_seconds
