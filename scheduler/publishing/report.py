"""``report.md``: what a planner has to know of a timetable before it is given out."""

from collections.abc import Iterator

from scheduler.domain.programme import Programme
from scheduler.publishing.heading_words import dates, forum_title, place, placeholder_words, zone
from scheduler.publishing.held import Held, held_meetings
from scheduler.publishing.markdown_words import markdown
from scheduler.publishing.report_clauses import clause_sections
from scheduler.publishing.report_levels import level_section
from scheduler.publishing.report_milestones import milestone_section
from scheduler.publishing.report_moves import moves_section
from scheduler.publishing.report_programme import programme_section
from scheduler.publishing.status_words import note_of, release_words, start_words, status_sentence


def publish(programme: Programme) -> dict[str, bytes]:
    """Write the report.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    dict of str to bytes
        ``report.md`` in UTF-8 (CommonMark with the tables of GitHub).
    """
    meetings = held_meetings(programme)
    lines = [*_head(programme, meetings), *moves_section(programme)]
    lines += [*level_section(programme), *programme_section(meetings)]
    lines += [*milestone_section(programme), *clause_sections(programme)]
    return {"report.md": "".join(f"{line}\n" for line in lines).encode()}


def _head(programme: Programme, meetings: tuple[Held, ...]) -> Iterator[str]:
    forum = programme.forum
    facts = {
        "Forum": f"{forum.forum}, edition {forum.edition}",
        "Dates": dates(programme),
        "Place": place(programme),
        "Times": zone(programme, meetings),
        "Status": status_sentence(programme),
        "Release": _release(programme),
        "Solved": start_words(programme),
    }
    remark = placeholder_words(forum)
    yield f"# {markdown(forum_title(programme))}"
    yield from ("", f"**{markdown(remark)}**") if remark else ()
    yield ""
    yield from (f"- **{name}**: {markdown(fact)}" for name, fact in facts.items())


def _release(programme: Programme) -> str:
    """Name the release, with what was noted when it was made."""
    note = note_of(programme)
    return f"{release_words(programme)}{f': {note}' if note else ''}"
