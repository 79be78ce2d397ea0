"""The list of speakers for the podium: a page, a PDF and a workbook."""

from scheduler.domain.speakers_plan import SpeakersPlan
from scheduler.publishing.speakers_rows import meetings_of
from scheduler.publishing.speakers_words import head_of

LISTS = ("speakers.html", "speakers.pdf", "speakers.xlsx")
"""Files that hold a list, below the output folder."""


def publish_speakers(plan: SpeakersPlan) -> dict[str, bytes]:
    """Write a list of speakers.

    Parameters
    ----------
    plan
        The list with all that is said about it.

    Returns
    -------
    dict of str to bytes
        ``speakers.html``, ``speakers.pdf`` and ``speakers.xlsx``: contents by path below the output folder.
    """
    # only who publishes a list needs what draws it: planning one must not wait for it
    from scheduler.publishing.speakers_html import page  # noqa: PLC0415
    from scheduler.publishing.speakers_pdf import pdf  # noqa: PLC0415
    from scheduler.publishing.speakers_xlsx import workbook  # noqa: PLC0415

    head, meetings = head_of(plan), meetings_of(plan)
    drawn = (draw(plan, head, meetings) for draw in (page, pdf, workbook))
    return dict(zip(LISTS, drawn, strict=True))
