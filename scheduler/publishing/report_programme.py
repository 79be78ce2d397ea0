"""The report's list of meetings by day."""

from collections.abc import Iterator

from scheduler.publishing.agenda_words import segment_details
from scheduler.publishing.days import days_of
from scheduler.publishing.held import Held
from scheduler.publishing.markdown_words import markdown


def programme_section(meetings: tuple[Held, ...]) -> Iterator[str]:
    """Write the meetings of each day with their segments.

    Parameters
    ----------
    meetings
        In the order of time.

    Yields
    ------
    str
        Lines of Markdown.
    """
    yield from ("", "## Timetable", "")
    if not meetings:
        yield "No meeting is placed."
    for number, day in enumerate(days_of(meetings)):
        yield from (["", f"### {day.heading}", ""] if number else [f"### {day.heading}", ""])
        for held in day.meetings:
            yield f"- {held.hours} **{markdown(held.title)}**, {markdown(held.room_name)}"
            for part in held.segments:
                yield f"  - {part.hours} {markdown(part.title)}"
                yield from (f"    - {markdown(detail)}" for detail in segment_details(part))
