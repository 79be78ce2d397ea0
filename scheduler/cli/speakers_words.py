"""What ``hemicycle speakers`` says."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scheduler.cli.endings import FAULT, IMPOSSIBLE, KEPT, NOTHING_FOUND
from scheduler.cli.findings import folded, section
from scheduler.domain.second_words import at_second, spelled
from scheduler.domain.speakers_plan import Entry, Outcome, SpeakersPlan
from scheduler.publishing.plain_words import one_line
from scheduler.publishing.text_cells import padded, width
from scheduler.use_cases.speakers import SpeakersAnswer

_MOST_CHANGES = 12

_ENDINGS = {"impossible": IMPOSSIBLE, "unknown": NOTHING_FOUND, "invalid": FAULT}


def ending(answer: SpeakersAnswer) -> int:
    """Return the exit code.

    Parameters
    ----------
    answer
        What making the list came to.

    Returns
    -------
    int
        One of ``scheduler.cli.endings``.
    """
    if answer.faults:
        return FAULT
    asked = answer.plan.inscribed and answer.plan.wanted
    return _ENDINGS.get(answer.plan.status, KEPT) if asked else KEPT


def lines(answer: SpeakersAnswer, here: Path) -> Iterator[str]:
    """Say what came of a list of speakers to a planner.

    Parameters
    ----------
    answer
        What making the list came to.
    here
        The folder from which paths are named.

    Yields
    ------
    str
        Lines: figures, the list, and what has happened to it; ``room_lines`` come before.
    """
    plan = answer.plan
    if answer.faults:
        yield "This is a fault of hemicycle: solver and judge disagree, and nothing was written."
        yield from (f"  {fault}" for fault in answer.faults)
        return
    yield from section("Figures", plan.figures)
    yield from section("Compression", [plan.compression] if plan.compression else ())
    yield from section("No list is possible", plan.impossible)
    if plan.entries:
        yield from _list(plan)
    yield from section("What has happened", (line for one in plan.outcomes for line in _outcome(one)))
    yield from section("Not listed", (_not_listed(plan)))
    yield from section("Files", (_named(path, here) for path in answer.files))
    if answer.files:
        yield from ("", "Times of parties get into their calendars with hemicycle schedule.")
    yield from section("Left from an earlier run", (_named(path, here) for path in answer.old))


def _named(path: Path, here: Path) -> str:
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def room_lines(plan: SpeakersPlan) -> Iterator[str]:
    """Say how many statements fit, before anything else.

    Parameters
    ----------
    plan
        Whether or not there is a list in it.

    Yields
    ------
    str
        Lines.
    """
    title = one_line(plan.forum.title) or plan.forum.forum
    who = "are inscribed" if plan.inscribed else "may be inscribed; there is no inscriptions.csv yet"
    yield from folded(f"{title}: {plan.wanted} speakers {who}.", 0)
    rows = [
        (
            spelled(one.limit) + (" (the limit set)" if one.is_own else ""),
            str(one.fit),
            "all" if one.fit >= plan.wanted else f"{plan.wanted - one.fit} do not",
        )
        for one in plan.rooms
    ]
    table = [("Limit", "Statements that fit", f"Of {plan.wanted}"), *rows]
    columns = [max(width(row[index]) for row in table) for index in range(3)]
    yield ""
    for row in table:
        cells = [padded(cell, size) for cell, size in zip(row, columns, strict=True)]
        yield f"  {'  '.join(cells)}".rstrip()
    if plan.wanted:
        yield ""
        at = f"fit at {spelled(plan.longest)}, and at nothing longer" if plan.longest else "fit at no limit"
        yield f"  All {plan.wanted} {at}." if plan.longest else f"  {plan.wanted} statements {at}."


def _list(plan: SpeakersPlan) -> Iterator[str]:
    """Say how good the list is, and who is called out of turn."""
    apart = [one for one in plan.entries if one.because and not one.estimate.reply]
    is_best = plan.status == "optimal"
    proof = "no list departs less from the plain order" if is_best else "not proven to be the best"
    statements = sum(one.place > 0 for one in plan.entries)
    meetings = len({one.estimate.meeting for one in plan.entries})
    yield ""
    yield f"List of {statements} statements in {meetings} meetings: {proof}."
    yield from section("Out of the plain order", (_apart(plan, one) for one in apart))


def _apart(plan: SpeakersPlan, one: Entry) -> str:
    name = plan.forum.party_name(one.estimate.party)
    level = f" ({one.level})" if one.level else ""
    at = at_second(plan.forum.clock, one.estimate.start)
    return f"{one.place}. {name}{level}, at about {at}: {one.because}"


def _outcome(outcome: Outcome) -> Iterator[str]:
    yield outcome.what + (f"; not possible: {outcome.refused}" if outcome.refused else "")
    yield from (f"  {change}" for change in outcome.changes[:_MOST_CHANGES])
    left = len(outcome.changes) - _MOST_CHANGES
    if left > 0:
        yield f"  and {left} more changes, all of which the page speakers.html has"


def _not_listed(plan: SpeakersPlan) -> Iterator[str]:
    for one in plan.not_listed:
        yield f"{plan.forum.party_name(one.party)}: {one.because}"


def document(answer: SpeakersAnswer) -> dict[str, Any]:
    """Return what came of a list of speakers as data.

    Parameters
    ----------
    answer
        What making the list came to.

    Returns
    -------
    dict
        Ready for JSON; times are instants with an offset.
    """
    plan = answer.plan
    return {
        "forum": plan.forum.forum,
        "status": plan.status if plan.inscribed and plan.wanted else None,
        "wanted": plan.wanted,
        "inscribed": plan.inscribed,
        "room": [{"limit": one.limit, "fit": one.fit, "own": one.is_own} for one in plan.rooms],
        "longest": plan.longest,
        "figures": list(plan.figures),
        "compression": plan.compression,
        "impossible": list(plan.impossible),
        "levels": [
            {"clauses": list(one.clauses), "value": one.value, "bound": one.bound} for one in plan.levels
        ],
        "statements": [_entry(plan, one) for one in plan.entries],
        "happened": [
            {"what": one.what, "changes": list(one.changes), "refused": one.refused} for one in plan.outcomes
        ],
        "not_listed": [{"party": one.party, "because": one.because} for one in plan.not_listed],
        "faults": list(answer.faults),
        "files": [path.as_posix() for path in answer.files],
    }


def _entry(plan: SpeakersPlan, one: Entry) -> dict[str, Any]:
    estimate = one.estimate
    return {
        "place": one.place or None,
        "plain": one.plain or None,
        "party": estimate.party,
        "level": one.level,
        "meeting": estimate.meeting,
        "number": estimate.number,
        **{name: _instant(plan, getattr(estimate, name)) for name in ("start", "end", "earliest", "latest")},
        "reply": estimate.reply,
        "spoken": one.spoken,
        "because": one.because,
    }


def _instant(plan: SpeakersPlan, second: int) -> str:
    moment = plan.forum.clock.instant(second // 60).replace(second=second % 60)
    return moment.isoformat()
