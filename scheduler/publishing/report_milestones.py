"""The report's section on milestones."""

from collections.abc import Iterator

from scheduler.domain.clock import Clock
from scheduler.domain.date_words import day_month_year
from scheduler.domain.programme import Programme
from scheduler.publishing.markdown_words import markdown
from scheduler.publishing.milestone_rows import MilestoneRow, milestone_rows
from scheduler.publishing.milestone_words import NO_DAY, NONE, cited_words, counted_words, done_words


def milestone_section(programme: Programme) -> Iterator[str]:
    """Write each milestone with its last day, the clause that sets it, and when it is done.

    Parameters
    ----------
    programme
        With the last days that the forum's clauses set.

    Yields
    ------
    str
        Lines of Markdown.
    """
    forum = programme.forum
    rows = milestone_rows(forum, programme.last_days)
    yield from ("", "## Milestones", "")
    if not rows:
        yield NONE
        return
    yield "| Last day | Milestone | Counted | Clause | Done |"
    yield "| --- | --- | --- | --- | --- |"
    yield from (f"| {' | '.join(map(markdown, _cells(row, forum.clock)))} |" for row in rows)


def _cells(row: MilestoneRow, clock: Clock) -> tuple[str, ...]:
    last = row.last
    if last is None:
        return NO_DAY, row.name, "", "", done_words(row)
    on = day_month_year(last.on)
    day = f"wished by {on}" if last.is_wish else on
    return day, row.name, counted_words(last, clock), cited_words(last), done_words(row)
