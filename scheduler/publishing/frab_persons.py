"""Who has a duty in a meeting, as persons of exchange files."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scheduler.domain.forum import Forum
from scheduler.domain.permanent_ids import party_uuid
from scheduler.publishing.frab_ids import numbers
from scheduler.publishing.held import Held
from scheduler.publishing.plain_words import named


@dataclass(frozen=True)
class FrabPerson:
    """A party that has a duty, by its name on one line."""

    guid: str
    number: int
    name: str


def persons_of(forum: Forum, meetings: Iterable[Held]) -> dict[str, tuple[FrabPerson, ...]]:
    """List who has a duty in each meeting.

    Parameters
    ----------
    forum
        The forum.
    meetings
        Those that are held.

    Returns
    -------
    dict of str to tuple of FrabPerson
        By meeting, in the order of the duties, each party once; those who have a duty in a segment that
        lies in another meeting are left out.
    """
    parties = {held.meeting.id: tuple(dict.fromkeys(_parties(held))) for held in meetings}
    guids = {
        party: party_uuid(forum, party) for party in sorted({one for own in parties.values() for one in own})
    }
    persons = {
        party: FrabPerson(str(guids[party]), number, named(forum.party_name(party), party))
        for party, number in numbers(guids).items()
    }
    return {meeting: tuple(persons[party] for party in own) for meeting, own in parties.items()}


def _parties(held: Held) -> Iterator[str]:
    present = {part.segment.segment for part in held.segments}
    for duty in held.session.duties:
        if duty.party is not None and (duty.segment is None or not present or duty.segment in present):
            yield duty.party
