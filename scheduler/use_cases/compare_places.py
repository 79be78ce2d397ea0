"""Which meetings are not held at the same place in all of several programmes."""

from collections.abc import Iterator, Sequence

from scheduler.domain.given_state import GivenState
from scheduler.domain.release import GivenMeeting
from scheduler.publishing.comparison_values import Compared, Elsewhere, Place
from scheduler.publishing.difference_words import title_of


def places_of(states: Sequence[GivenState]) -> list[dict[str, Place]]:
    """Say where the meetings of programmes are held, in words that can be compared.

    Parameters
    ----------
    states
        The programmes.

    Returns
    -------
    list of dict
        A place by meeting, for each programme. Days are the same by their names; where a programme does
        not name its days, they are the same by their dates in all.
    """
    named = all(one.day for state in states for one in state.meetings)
    return [{one.id: _place(one, named) for one in state.meetings} for state in states]


def _place(one: GivenMeeting, named: bool) -> Place:
    day = one.day if named else one.start.date().isoformat()
    later = (one.end.date() - one.start.date()).days
    return day, f"{one.start:%H:%M}", f"{one.end:%H:%M}{f' (+{later})' if later else ''}", one.room


def elsewhere(programmes: Sequence[Compared]) -> tuple[Elsewhere, ...]:
    """Find the meetings whose place differs.

    Parameters
    ----------
    programmes
        At least two.

    Returns
    -------
    tuple of Elsewhere
        In the order of time of the first programme that holds them.
    """
    held = [one.state.by_id for one in programmes]
    names = dict.fromkeys(name for meetings in held for name in meetings)
    found = (_compared(name, [meetings.get(name) for meetings in held], programmes) for name in names)
    differing = [one for one in found if len({*one.like}) > 1]
    return tuple(sorted(differing, key=_when))


def all_meetings(programmes: Sequence[Compared]) -> set[str]:
    """Name the meetings of all programmes.

    Parameters
    ----------
    programmes
        At least two.

    Returns
    -------
    set of str
        Ids of meetings.
    """
    return {name for one in programmes for name in one.places}


def _compared(name: str, held: list[GivenMeeting | None], programmes: Sequence[Compared]) -> Elsewhere:
    places = [one.places.get(name) for one in programmes]
    shown = next(one for one in held if one)
    return Elsewhere(
        meeting=name,
        title=title_of(shown),
        held=tuple(held),
        like=tuple(places.index(place) for place in places),
    )


def _when(one: Elsewhere) -> tuple[int, str, str]:
    """Sort by the first programme that holds a meeting, and in it by time."""
    return next(_key(number, held, one.meeting) for number, held in _held(one))


def _key(number: int, held: GivenMeeting, name: str) -> tuple[int, str, str]:
    return number, held.start.isoformat(), name


def _held(one: Elsewhere) -> Iterator[tuple[int, GivenMeeting]]:
    return ((number, held) for number, held in enumerate(one.held) if held)
