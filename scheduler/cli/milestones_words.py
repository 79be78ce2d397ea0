"""What ``hemicycle milestones`` says."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from scheduler.cli.findings import folded, section
from scheduler.domain.date_words import day_month_year
from scheduler.domain.last_day import LastDay
from scheduler.publishing.milestone_rows import MilestoneRow
from scheduler.publishing.milestone_words import NO_DAY, NONE, UNKNOWN, cited_words, counted_words, days
from scheduler.publishing.plain_words import one_line
from scheduler.publishing.text_cells import padded, width
from scheduler.use_cases.milestone_states import MilestoneState, StateName
from scheduler.use_cases.milestones import MilestonesAnswer

_STATES: dict[StateName, str] = {
    "done-in-time": "done in time",
    "done-late": "done late by {days}",
    "due-today": "due today",
    "due": "due in {days}",
    "due-after": "due after {day}, in {days}",
    "late": "late by {days}",
    "done-without-day": "done",
    "without-day": "not done",
}
_HEAD = ("Last day", "Milestone", "Paragraph", "Tier", "Done")

_Pair = tuple[MilestoneRow, MilestoneState | None]


def lines(answer: MilestonesAnswer, here: Path) -> Iterator[str]:
    """Say the milestones to a planner.

    Parameters
    ----------
    answer
        The milestones.
    here
        The folder from which paths are named.

    Yields
    ------
    str
        Lines.
    """
    title = one_line(answer.forum.title) or answer.forum.forum
    if not answer.rows:
        yield f"{title}: {NONE[0].lower()}{NONE[1:]} Maybe list them in forum.yaml, under milestones."
        return
    yield from folded(f"{title}: {_as_of(answer)}", 0)
    pairs = _pairs(answer)
    yield from _table("Milestones", [one for one in pairs if one[0].last and not one[0].is_wish])
    yield from _table("Wishes", [one for one in pairs if one[0].is_wish])
    yield from _table(f"{NO_DAY.capitalize()}", [one for one in pairs if not one[0].last])
    yield from section("What they are", (_sentence(answer, row) for row in answer.rows))
    yield from section("Files", (_named(path, here) for path in answer.files))


def _as_of(answer: MilestonesAnswer) -> str:
    """Say on which day things stand so, or how to ask for one."""
    if answer.today:
        return f"milestones as they stand on {day_month_year(answer.today)}."
    day = answer.forum.as_of.astimezone(answer.forum.clock.zone).date()
    return f"milestones and their last days. What is due or late on a day: --today {day.isoformat()}."


def _pairs(answer: MilestonesAnswer) -> list[_Pair]:
    states: Sequence[MilestoneState | None] = answer.states or [None] * len(answer.rows)
    return list(zip(answer.rows, states, strict=True))


def _table(title: str, pairs: list[_Pair]) -> Iterator[str]:
    """Draw rows below their heads; there is no table without a row."""
    if not pairs:
        return
    head = [*_HEAD, *(["So far"] if pairs[0][1] else [])]
    table = [head, *(_cells(row, state) for row, state in pairs)]
    widths = [max(map(width, column)) for column in zip(*table, strict=True)]
    yield from ("", title)
    for line in table:
        filled = (padded(cell, columns) for cell, columns in zip(line, widths, strict=True))
        yield f"  {'  '.join(filled)}".rstrip()


def _cells(row: MilestoneRow, state: MilestoneState | None) -> list[str]:
    last, done = row.last, row.milestone.done
    return [
        last.on.isoformat() if last else "none",
        row.name,
        (last.clause.paragraph if last else "") or "none",
        last.clause.tier if last else "none",
        done.isoformat() if done else UNKNOWN,
        *([state_words(row.last, state)] if state else []),
    ]


def state_words(last: LastDay | None, state: MilestoneState) -> str:
    """Say how a milestone stands.

    Parameters
    ----------
    last
        Its last day, if it has one.
    state
        How it stands on the day on which one asks.

    Returns
    -------
    str
        Such as ``late by 3 days``.
    """
    words = _STATES[state.name].format(days=days(state.days), day=last.day if last else "")
    return f"{words} (done later)" if state.done_later else words


def _sentence(answer: MilestonesAnswer, row: MilestoneRow) -> str:
    """Say what a milestone is, from where its last day is counted, and what was noted."""
    last, note = row.last, one_line(row.milestone.note).rstrip(".")
    said = [f"{NO_DAY}."]
    if last:
        by = "Wished" if last.is_wish else "Due"
        counted = counted_words(last, answer.forum.clock)
        said = [one_line(last.clause.says), f"{by} {counted}: {cited_words(last)}."]
    return " ".join([f"{row.name}:", *said, *([f"Note: {note}."] if note else [])])


def _named(path: Path, here: Path) -> str:
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def document(answer: MilestonesAnswer) -> dict[str, Any]:
    """Put the milestones into JSON.

    Parameters
    ----------
    answer
        The milestones.

    Returns
    -------
    dict
        What JSON can hold; ``state`` is ``None`` where no day was given.
    """
    return {
        "forum": answer.forum.forum,
        "today": answer.today.isoformat() if answer.today else None,
        "milestones": [_row_document(answer, *one) for one in _pairs(answer)],
        "files": [str(path) for path in answer.files],
    }


def _row_document(
    answer: MilestonesAnswer, row: MilestoneRow, state: MilestoneState | None
) -> dict[str, Any]:
    milestone, last = row.milestone, row.last
    return {
        "milestone": milestone.milestone,
        "name": row.name,
        "done": milestone.done.isoformat() if milestone.done else None,
        "note": milestone.note,
        "last-day": _last_day_document(answer, last) if last else None,
        "days-late": row.days_late,
        "state": _state_document(last, state) if state else None,
    }


def _last_day_document(answer: MilestonesAnswer, last: LastDay) -> dict[str, Any]:
    clause = last.clause
    return {
        "date": last.on.isoformat(),
        "wish": last.is_wish,
        "clause": clause.clause,
        "paragraph": clause.paragraph,
        "mandate": clause.mandate,
        "tier": clause.tier,
        "says": clause.says,
        "counted": counted_words(last, answer.forum.clock),
        "left-out": _left_out(last),
        "weekends-left-out": last.weekends,
    }


def _left_out(last: LastDay) -> Iterable[dict[str, str]]:
    return [{"date": one.date.isoformat(), "name": one.name} for one in last.left_out]


def _state_document(last: LastDay | None, state: MilestoneState) -> dict[str, Any]:
    words = state_words(last, state)
    return {"state": state.name, "days": state.days, "done-later": state.done_later, "words": words}
