"""``speakers.html``: the list of speakers as a page, on a screen and on paper."""

from scheduler.domain.speakers_plan import SpeakersPlan
from scheduler.publishing.pages import page_of
from scheduler.publishing.speakers_rows import MeetingLines
from scheduler.publishing.speakers_words import (
    Head,
    happened,
    impossible,
    level_rows,
    not_listed,
    proof,
    room_rows,
    sentences_before,
)


def page(plan: SpeakersPlan, head: Head, meetings: tuple[MeetingLines, ...]) -> bytes:
    """Write the page.

    Parameters
    ----------
    plan
        The list with all that is said about it.
    head
        What stands at its head.
    meetings
        Its rows.

    Returns
    -------
    bytes
        HTML in UTF-8 without scripts; it asks for nothing beside itself, and what comes from planners'
        files is escaped.
    """
    values = {
        "head": head,
        "proof": proof(plan),
        "before": sentences_before(plan),
        "rooms": room_rows(plan),
        "wanted": plan.wanted,
        "levels": level_rows(plan),
        "impossible": tuple(impossible(plan)),
        "meetings": meetings,
        "outcomes": happened(plan),
        "left": not_listed(plan),
    }
    return page_of("speakers.html.j2", {}, values)
