"""What the events of a list of speakers must agree with: the parties, and one another."""

from collections.abc import Collection, Sequence

from scheduler.domain.inscription import SpeakersEvent
from scheduler.reading.entries import Entry, Known
from scheduler.reading.problems import Problems

_OF_A_PARTY = ("absent", "swap", "withdrawn", "right-of-reply", "called")
_ONCE = ("announced", "closed")


def check_events(
    entries: Sequence[Entry[SpeakersEvent]],
    parties: Collection[str],
    inscribed: Collection[str],
    problems: Problems,
) -> None:
    """Check events by themselves and among one another.

    Parameters
    ----------
    entries
        The events.
    parties
        Ids of all parties of the forum.
    inscribed
        Ids of those on the list.
    problems
        Takes what is wrong.
    """
    for number, entry in enumerate(entries):
        _check_party(entry, parties, inscribed, problems)
        _check_other(entry, inscribed, problems)
        _check_windows(entry, problems)
        kind = entry.value.event
        if kind in _ONCE and any(one.value.event == kind for one in entries[:number]):
            entry.place.problem(problems, ("event",), kind, f"'{kind}' stands twice. Maybe delete one")


def _check_party(
    entry: Entry[SpeakersEvent], parties: Collection[str], inscribed: Collection[str], problems: Problems
) -> None:
    event, place = entry.value, entry.place
    if event.event not in _OF_A_PARTY:
        if event.party is not None:
            sentence = f"'{event.event}' is not of one party. Maybe leave the cell empty"
            place.problem(problems, ("party",), event.party, sentence)
    elif event.party is None:
        place.problem(problems, ("party",), "", f"'{event.event}' needs a party. Maybe fill in the cell")
    elif Known("party", parties).has(event.party, place, ("party",), problems) and (
        event.event != "right-of-reply" and event.party not in inscribed
    ):
        sentence = f"{event.party} is not in inscriptions.csv. Maybe add it there"
        place.problem(problems, ("party",), event.party, sentence)


def _check_other(entry: Entry[SpeakersEvent], inscribed: Collection[str], problems: Problems) -> None:
    event, place = entry.value, entry.place
    if event.event != "swap":
        if event.other is not None:
            sentence = f"'{event.event}' has nobody to change places with. Maybe leave the cell empty"
            place.problem(problems, ("with",), event.other, sentence)
    elif event.other is None:
        place.problem(problems, ("with",), "", "'swap' needs two parties. Maybe fill in the cell")
    elif event.other == event.party:
        sentence = f"{event.other} cannot change places with itself. Maybe name another party"
        place.problem(problems, ("with",), event.other, sentence)
    else:
        Known("inscribed party", inscribed).has(event.other, place, ("with",), problems)


def _check_windows(entry: Entry[SpeakersEvent], problems: Problems) -> None:
    event = entry.value
    if event.available and event.event != "absent":
        sentence = (
            f"times at which a speaker can be there after all are for 'absent', not for '{event.event}'"
        )
        entry.place.problem(problems, ("available",), "", f"{sentence}. Maybe leave the cell empty")
