"""What is said of a segment below its title: who speaks, what it takes up, and time that is set aside."""

from scheduler.publishing.held import HeldSegment
from scheduler.publishing.plain_words import one_line, spelled

_OTHERS = "those who are not States"
"""For whom floor time is reserved where a forum's data does not say it."""


def segment_details(part: HeldSegment) -> tuple[str, ...]:
    """Say what is known of a segment beside its title and its hours.

    Parameters
    ----------
    part
        The part of it that lies in one meeting.

    Returns
    -------
    tuple of str
        Lines of plain text: speakers and items in their order, and in the segment's first part the floor
        time that is reserved in all of it.
    """
    items = "; ".join(spelled(item) for item in part.segment.items)
    lines = (
        f"Speakers: {'; '.join(part.speakers)}" if part.speakers else "",
        f"Items, in order: {items}" if len(part.segment.items) > 1 else "",
        f"Item: {items}" if len(part.segment.items) == 1 else "",
        "" if part.continued else _reserved(part),
    )
    return tuple(line for line in lines if line)


def _reserved(part: HeldSegment) -> str:
    """Say how much of the floor is set aside; how much it has to be stands in no mandate."""
    minutes, segment = part.reserved, part.segment
    if not minutes:
        return ""
    time = "1 minute of it is" if minutes == 1 else f"{minutes} minutes of it are"
    whose = "the forum's own figure" + (", an assumption" if segment.is_assumption else "")
    return f"{time} reserved for {one_line(segment.reserved_for) or _OTHERS} ({whose})"
