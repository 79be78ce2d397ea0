"""What a notice says to a party, in plain text."""

from collections.abc import Iterator
from dataclasses import dataclass

from scheduler.domain.address import mail_address
from scheduler.domain.difference import MOVES, Difference, MeetingDifference
from scheduler.domain.programme import Programme
from scheduler.domain.release import Release
from scheduler.publishing.difference_words import is_now, more_sentences, title_of, was
from scheduler.publishing.heading_words import forum_title
from scheduler.publishing.others_affairs import OthersAffairs
from scheduler.publishing.plain_words import spelled
from scheduler.publishing.status_words import note_of
from scheduler.publishing.text_cells import wrapped
from scheduler.publishing.wall_times import long_date, zone_words

MARK = "Notice of changes to the programme (prepared with hemicycle)"
"""The first line of every notice, by which it is known to be ours."""

_WIDTH = 80
_MAILTO = "mailto:"


@dataclass(frozen=True)
class Notice:
    """What one party is to be told: the meetings that differ, and its roles in them by meeting.

    ``release`` is the one that the party was told of last. ``left`` and ``joined`` are meetings that are
    held before and now, and that the party attends no longer, or attends now and did not before.
    """

    name: str
    party: str
    release: Release
    found: Difference
    meetings: tuple[MeetingDifference, ...]
    roles: dict[str, tuple[str, ...]]
    left: frozenset[str] = frozenset()
    joined: frozenset[str] = frozenset()


def notice_text(programme: Programme, notice: Notice, affairs: OthersAffairs) -> str:
    """Write a notice, which names no other party.

    Parameters
    ----------
    programme
        What is handed out; ``because`` says why meetings move.
    notice
        What is to be told, with no other party's duties in it.
    affairs
        Takes other parties out of reasons.

    Returns
    -------
    str
        Lines of at most 80 columns without control characters, the last one ended.
    """
    lines = [MARK, "", *_head(programme, notice, affairs)]
    for heading, meetings in _groups(notice):
        if meetings:
            lines += ["", heading]
        for one in meetings:
            lines += ["", *_meeting(programme, notice, one, affairs)]
    lines += ["", *_foot(programme, notice)]
    return "".join(f"{line}\n" for line in lines)


def _head(programme: Programme, notice: Notice, affairs: OthersAffairs) -> Iterator[str]:
    zone = programme.forum.clock.zone
    given_out = long_date(notice.release.released.astimezone(zone).date())
    yield from wrapped(forum_title(programme), _WIDTH)
    yield from wrapped(f"For {notice.name}", _WIDTH)
    yield ""
    number = notice.release.number
    yield from wrapped(f"Until now: release {number}, published on {given_out}.", _WIDTH)
    yield from wrapped(f"From now on: {_standing(programme, notice.release)}.", _WIDTH)
    note = note_of(programme) if programme.release != number else ""
    if note and not affairs.named_in(note, notice.party):
        yield from wrapped(f"Note of the release: {note}", _WIDTH)
    yield from wrapped(f"Times are those of {_zones(notice.found)}.", _WIDTH)


def _standing(programme: Programme, told: Release) -> str:
    """Say how sure what is told is; other attendance alone is proposed while the release stands."""
    last = programme.forum.release
    if programme.release in {None, told.number} or last is None:
        return "a timetable that is proposed, and not released yet"
    return f"release {last.number}, {last.status}"


def _zones(found: Difference) -> str:
    """Name the zone of the times now; each time says its own where the zone was another before."""
    if found.has_two_zones:
        return "the zone that is named beside them"
    return zone_words(found.now.timezone, (one.start for one in found.now.meetings))


def _groups(notice: Notice) -> Iterator[tuple[str, list[MeetingDifference]]]:
    own = notice.left | notice.joined

    def having(*kinds: str) -> list[MeetingDifference]:
        return [one for one in notice.meetings if {*kinds}.intersection(one.kinds) and one.meeting not in own]

    yield "CANCELLED", having("cancelled")
    yield "NO LONGER FOR YOU", [one for one in notice.meetings if one.meeting in notice.left]
    yield "MOVED", having(*MOVES)
    yield "NEW", having("added")
    yield "NEW FOR YOU", [one for one in notice.meetings if one.meeting in notice.joined]
    placed = having("cancelled", "added", *MOVES)
    others = [one for one in notice.meetings if one not in placed and one.meeting not in own]
    yield "OTHER TITLE, AGENDA OR DUTIES", others


def _meeting(
    programme: Programme, notice: Notice, one: MeetingDifference, affairs: OthersAffairs
) -> Iterator[str]:
    yield from wrapped(title_of(one.shown), _WIDTH)
    before, now = was(one, notice.found), is_now(one, notice.found)
    if before != now:
        yield from _entry("was", before)
        gone = "no longer for you" if one.meeting in notice.left else "cancelled"
        yield from _entry("is", now or gone)
    else:
        yield from _entry("stays", now)
    for sentence in more_sentences(one):
        yield from _entry("note", sentence)
    yield from _entry("your part", ", ".join(spelled(role) for role in notice.roles[one.meeting]))
    if one.meeting not in notice.left | notice.joined:  # it says why a meeting moves, not who attends
        why = programme.because.get(one.meeting, "")
        yield from _entry("because", affairs.left_out_of(why, notice.party))


def _entry(name: str, words: str) -> Iterator[str]:
    """Set words in below a name; nothing where there are none."""
    lines = wrapped(words, _WIDTH - 15)
    yield from (f"    {f'{name}:' if number == 0 else '':<11}{line}" for number, line in enumerate(lines))


def _foot(programme: Programme, notice: Notice) -> Iterator[str]:
    count = len(notice.meetings)
    events = "this event and no other" if count == 1 else f"these {count} events and no others"
    yield from wrapped(f"The calendar {notice.party}.ics beside this notice holds {events}.", _WIDTH)
    address = mail_address(programme.forum.organizer).removeprefix(_MAILTO)
    yield from wrapped(f"Questions: please ask {address or 'the organizers of the forum'}.", _WIDTH)
