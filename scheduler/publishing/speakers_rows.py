"""A list of speakers in rows, the same for its page, its PDF and its workbook."""

from dataclasses import dataclass
from typing import NamedTuple

from scheduler.domain.clock import Clock
from scheduler.domain.estimates import Estimate
from scheduler.domain.list_of_speakers import Stretch
from scheduler.domain.second_words import spelled as length_words
from scheduler.domain.speakers_plan import Entry, SpeakersPlan
from scheduler.publishing.plain_words import named, one_line, spelled
from scheduler.publishing.statement_words import moment_of
from scheduler.publishing.wall_times import hours, long_date

_SECOND = 2
"""Nobody has more rights of reply to one item than this (decision 34/401)."""
_REPLIES = ("right of reply", "second right of reply")


class Line(NamedTuple):
    """A statement in words; ``place`` and ``plain`` are 0 where nothing is to be said of them.

    ``id`` is the party's. ``number`` counts in the meeting, ``place`` in the whole list, ``plain`` in the
    plain order. ``at`` is to the second, ``margin`` to the minute and wide enough. ``reply`` names a right of
    reply.
    """

    id: str
    number: int
    at: str
    party: str
    level: str
    group: str
    language: str
    limit: str
    margin: str
    place: int
    plain: int
    remark: str
    reply: str
    spoken: bool

    @property
    def is_spoken(self) -> str:
        """Whether the statement has been made: yes or no."""
        return "yes" if self.spoken else "no"


@dataclass(frozen=True)
class MeetingLines:
    """The part of a list that is called in one meeting, with the hours of the debate in it."""

    id: str
    title: str
    day: str
    hours: str
    lines: tuple[Line, ...]

    @property
    def about(self) -> str:
        """Day, date and hours on one line."""
        return f"{self.day}, {self.hours}"


def meetings_of(plan: SpeakersPlan) -> tuple[MeetingLines, ...]:
    """Put a list into rows.

    Parameters
    ----------
    plan
        The list with all that is said about it.

    Returns
    -------
    tuple of MeetingLines
        In the order of time; meetings of the debate without a speaker are there too.
    """
    lines: dict[str, list[Line]] = {}
    for entry in plan.entries:
        lines.setdefault(entry.estimate.meeting, []).append(_line(plan, entry))
    ordered = sorted(plan.stretches, key=lambda one: (one.start, one.meeting))
    return tuple(_meeting(plan, one, tuple(lines.get(one.meeting, ()))) for one in ordered)


def _meeting(plan: SpeakersPlan, stretch: Stretch, lines: tuple[Line, ...]) -> MeetingLines:
    forum = plan.forum
    start, end = (moment_of(forum.clock, second) for second in (stretch.start, stretch.end))
    return MeetingLines(
        id=stretch.meeting,
        title=named(forum.meeting_name(stretch.meeting), stretch.meeting),
        day=f"{spelled(stretch.day)}, {long_date(start.date())}",
        hours=hours(start, end),
        lines=lines,
    )


def _line(plan: SpeakersPlan, entry: Entry) -> Line:
    forum, one = plan.forum, entry.estimate
    reply = _REPLIES[min(one.reply, _SECOND) - 1] if one.reply else ""
    remark = one_line(entry.because)
    return Line(
        id=one.party,
        number=one.number,
        at=f"{moment_of(forum.clock, one.start):%H:%M:%S}",
        party=named(forum.party_name(one.party), one.party),
        level=one_line(entry.level),
        group=one_line(entry.on_behalf_of),
        language=one_line(entry.language),
        limit=length_words(one.end - one.start),
        margin=_margin(forum.clock, one),
        place=entry.place,
        plain=entry.plain if remark else 0,
        remark="" if reply and remark in _REPLIES else remark,
        reply=reply,
        spoken=entry.spoken,
    )


def _margin(clock: Clock, one: Estimate) -> str:
    """Say between which minutes a party may be called; empty where nothing is known of it."""
    if one.earliest == one.latest:
        return ""
    first = moment_of(clock, one.earliest)
    last = clock.instant(-(-one.latest // 60))
    return f"{first:%H:%M}-{last:%H:%M}"
