"""Put several programmes side by side: what they pay, what they come to, and where they differ."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from scheduler.domain.criteria import CRITERIA, measured
from scheduler.domain.forum import Forum
from scheduler.domain.given_out import on_the_days_of
from scheduler.domain.timetable import Timetable
from scheduler.publishing.comparison_values import LETTERS, Apart, Compared, Comparison
from scheduler.publishing.heading_words import placeholder_words
from scheduler.use_cases.compare_apart import apart
from scheduler.use_cases.compare_costs import Costs, costs_of, unknown_agendas
from scheduler.use_cases.compare_places import all_meetings, elsewhere, places_of
from scheduler.use_cases.compare_rows import Measured, order_of, rows_of
from scheduler.use_cases.diff_sides import NoSuchSide, Side, read_several
from scheduler.use_cases.writing import write

FILE = "comparison.html"
_FOLDER = Path("outputs") / "comparison"


@dataclass(frozen=True)
class CompareAnswer:
    """What a comparison found, and the page that was written."""

    comparison: Comparison
    page: Path


def compare(names: Sequence[str], output: Path | None = None, forum: Path | None = None) -> CompareAnswer:
    """Compare programmes by their levels, by all criteria, and by the places of their meetings.

    Parameters
    ----------
    names
        Two to twelve of ``data/FORUM@N``, ``data/FORUM@last``, ``data/FORUM@published``, folders and files
        of timetables; of one forum or of several.
    output
        The folder for the page; ``None`` for ``outputs/comparison`` in the working folder.
    forum
        The forum's folder, for files that do not name it.

    Returns
    -------
    CompareAnswer
        With a row for everything that is counted.

    Raises
    ------
    NoSuchSide
        Something that was named is not there, or there are too few or too many.
    BadData
        A folder or a file cannot be read.
    OSError
        The page cannot be written; what was there before is as it was.
    """
    if not 2 <= len(names) <= len(LETTERS):
        raise NoSuchSide(_number(names))
    found = compared(read_several(names, forum))
    from scheduler.publishing.comparison_html import comparison_page  # noqa: PLC0415 - imports jinja2

    (page,) = write(output or _FOLDER, {FILE: comparison_page(found)})
    return CompareAnswer(found, page)


def _number(names: Sequence[str]) -> str:
    several = f"from 2 to {len(LETTERS)} programmes can be compared, and not {len(names)}"
    return several + (f". Maybe {names[0]} data/FORUM@last" if len(names) == 1 else "")


def compared(sides: Sequence[Side]) -> Comparison:
    """Compare programmes that have been read.

    Parameters
    ----------
    sides
        From two to twelve programmes.

    Returns
    -------
    Comparison
        In their order.
    """
    places = places_of([side.state for side in sides])
    judged = [_judged(side) for side in sides]
    programmes = tuple(
        Compared(
            letter=letter,
            name=side.name,
            what=side.what,
            title=side.title,
            forum=side.forum.forum if side.forum else "",
            state=side.state,
            places=own,
            periods=side.forum.clock.periods if side.forum else (),
            broken=tuple(f"{one.clause}: {one.sentence}" for one in costs.breaches) if costs else (),
            notes=tuple(_notes(side, costs)),
            placeholder=placeholder_words(side.forum) if side.forum else "",
        )
        for letter, side, own, (_, costs) in zip(LETTERS, sides, places, judged, strict=False)
    )
    rows, differing = rows_of(judged), elsewhere(programmes)
    return Comparison(
        programmes=programmes,
        rows=rows,
        elsewhere=differing,
        same=len(all_meetings(programmes)) - len(differing),
        apart=tuple(_apart(sides)),
        order=tuple(order_of(rows, LETTERS[: len(sides)])),
    )


def _judged(side: Side) -> Measured:
    """Measure a programme; nothing is known of one whose forum nobody knows."""
    if side.forum is None:
        return dict.fromkeys(CRITERIA), None
    timetable = _timetable(side, side.forum)
    return measured(side.forum, timetable), costs_of(side.forum, timetable)


def _timetable(side: Side, forum: Forum) -> Timetable:
    """Put a programme on the days of its forum, without meetings that the forum does not have."""
    state = side.state
    meetings = [one for one in state.meetings if one.id in forum.meeting_by_id]
    zone = ZoneInfo(state.timezone)
    found = on_the_days_of(forum, meetings, state.segments or (), state.days, zone)
    if state.segments is None:
        return found.replace(segments=None)
    return found.replace(unjudged=unknown_agendas(forum, found))


def _notes(side: Side, costs: Costs | None) -> list[str]:
    """Say how a programme was understood, what nobody knows of it, and what is assumed."""
    forum, notes = side.forum, list(side.said)
    if forum is None or costs is None:
        return [*notes, "nobody knows the forum, so that only its meetings are compared. Maybe add --forum"]
    if not costs.is_whole or any(level.value is None for level in costs.levels):
        notes.append("agendas that it does not carry are not judged")
    unknown = [one.id for one in side.state.meetings if one.id not in forum.meeting_by_id]
    if unknown:
        notes.append(f"not counted, as the forum does not have them any more: {', '.join(unknown)}")
    for session in forum.sessions:
        for segment in session.segments:
            if segment.list_of_speakers is not None:
                seconds = segment.list_of_speakers.change_over_seconds
                doubt = " (an assumption)" if segment.list_of_speakers.is_assumption else ""
                notes.append(
                    f"speakers: {seconds} seconds pass between two statements of {segment.title}{doubt}"
                )
    return notes


def _apart(sides: Sequence[Side]) -> list[Apart]:
    """Say in what the forums differ from the first one that is known."""
    known = [(letter, side.forum) for letter, side in zip(LETTERS, sides, strict=False) if side.forum]
    found = []
    for letter, forum in known[1:]:
        sentences = tuple(apart(known[0][1], forum))
        if sentences:
            found.append(Apart(letter, sentences))
    return found
