"""The programme of an imported file as release 1: it was given out, whatever it breaks."""

from datetime import datetime
from pathlib import Path

from scheduler.domain.facts import facts_of
from scheduler.domain.foreign_programme import ForeignProgramme
from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Placement, Timetable, arranged
from scheduler.publishing.release_json import release_document
from scheduler.reading import Reading
from scheduler.reading.releases import digest_of
from scheduler.use_cases.new_release import new_release
from scheduler.use_cases.release_store import keep


def keep_programme(
    folder: Path, reading: Reading, programme: ForeignProgramme, file: str, at: datetime
) -> None:
    """Keep where a file has its sessions as the first release of a forum.

    Parameters
    ----------
    folder
        The forum's folder.
    reading
        The forum as it was read from there.
    programme
        What the file says.
    file
        Its name, for the note.
    at
        When it was imported.
    """
    forum = reading.forum
    timetable = _timetable(forum, programme)
    made = new_release(reading, timetable, "published", at, f"imported from {file}")
    given = {one.session: one.uid for one in programme.placements if one.uid}
    facts = facts_of(forum)
    made = made.replace(facts=digest_of(facts), uids={**made.uids, **given})
    keep(folder, release_document(made, forum.forum, forum.clock.timezone), facts)


def _timetable(forum: Forum, programme: ForeignProgramme) -> Timetable:
    """Put the places on the forum's axis; each session has one meeting, of the session's name."""
    places = []
    for one in programme.placements:
        start = forum.clock.minute_at(one.start.replace(tzinfo=forum.clock.zone))
        end = start + forum.meeting_by_id[one.session].minutes
        places.append(Placement(meeting=one.session, room=one.room, start=start, end=end))
    return arranged(places)
