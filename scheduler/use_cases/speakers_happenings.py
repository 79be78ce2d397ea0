"""What happens to a list of speakers, in the order of time: its events, and inscriptions that come late."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from scheduler.domain.inscription import Inscription, SpeakersEvent
from scheduler.domain.speakers_plan import NotListed

LATE = "late-inscription"
"""What happens when a party is inscribed after the list has been announced."""

_SAID = ("announced", "closed")


@dataclass(frozen=True)
class Happening:
    """Something that happens to a list: an event, or a late inscription.

    ``other`` is with whom a party changes places; ``there`` are the first and last seconds at which an absent
    speaker can be there after all. Inscriptions that come late one after the other, before the debate
    has begun, are one happening; ``party`` is then empty.
    """

    at: datetime
    what: str
    party: str
    other: str = ""
    there: tuple[tuple[int, int], ...] = ()
    inscriptions: tuple[Inscription, ...] = ()


@dataclass(frozen=True)
class Course:
    """Inscriptions of the first list, what happens to it, and who is not listed from the beginning."""

    first: tuple[Inscription, ...]
    happenings: tuple[Happening, ...]
    out: tuple[NotListed, ...]


def course(inscriptions: Iterable[Inscription], events: Sequence[SpeakersEvent], begins: datetime) -> Course:
    """Divide inscriptions into those of the first list, those that come late, and those that come too late.

    Parameters
    ----------
    inscriptions
        All of them.
    events
        Among which one may announce the list, and one may close it (A/520/Rev.20, rule 73).
    begins
        When the debate begins.

    Returns
    -------
    Course
        Where the list has not been announced, it is when the debate begins.
    """
    announced = next((one.at for one in events if one.event == "announced"), begins)
    closed = next((one.at for one in events if one.event == "closed"), None)
    first, late, out = [], [], []
    for one in inscriptions:
        if closed is not None and one.inscribed > closed:
            out.append(NotListed(party=one.party, because="was inscribed after the list had been closed"))
        elif one.inscribed > announced:
            late.append(Happening(one.inscribed, LATE, one.party, inscriptions=(one,)))
        else:
            first.append(one)
    known = [_happening(one) for one in events if one.event not in _SAID]
    order = sorted([*late, *known], key=lambda one: one.at)
    return Course(tuple(first), tuple(_joined(order, begins)), tuple(out))


def _joined(order: Iterable[Happening], begins: datetime) -> Iterator[Happening]:
    """Put together inscriptions that come late one after the other, before anybody has spoken."""
    waiting: list[Happening] = []
    for one in order:
        if one.what == LATE and one.at < begins:
            waiting.append(one)
            continue
        yield from _one_of(waiting)
        waiting = []
        yield one
    yield from _one_of(waiting)


def _one_of(late: list[Happening]) -> Iterator[Happening]:
    if len(late) < 2:
        yield from late
        return
    inscriptions = tuple(inscription for one in late for inscription in one.inscriptions)
    yield Happening(late[-1].at, LATE, "", inscriptions=inscriptions)


def _happening(event: SpeakersEvent) -> Happening:
    there = tuple((60 * one.start, 60 * one.end) for one in event.available)
    return Happening(event.at, event.event, event.party or "", event.other or "", there)
