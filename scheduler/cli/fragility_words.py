"""What ``hemicycle fragility`` says of its answer."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scheduler.cli.endings import BROKEN, FAULT, IMPOSSIBLE, KEPT, NOTHING_FOUND
from scheduler.cli.findings import documents, folded, section, sentence
from scheduler.publishing.fragility_grid import LossTable, tables
from scheduler.publishing.fragility_html import summary
from scheduler.publishing.fragility_sheets import checked, sheet_path
from scheduler.publishing.fragility_values import Effect, Fragility, Loss
from scheduler.publishing.fragility_words import (
    counted_from,
    duties_lost,
    effect_words,
    loss_words,
    sign_of,
)
from scheduler.publishing.plain_words import one_line
from scheduler.publishing.text_cells import padded, wrapped
from scheduler.use_cases.fragility import Counts, FragilityAnswer

_NOTHING = {
    None: "The forum's data has to be put right before it can be scheduled. Nothing was written.",
    "impossible": "Proven impossible: there is no programme that could lose anything. Nothing was written. "
    "Maybe hemicycle explain.",
    "unknown": "No programme was found in the time given, and none was proven impossible. Nothing was "
    "written. Maybe a longer --time-limit.",
}
_KEY = (
    "0 nothing moves, 1 2 … so many meetings move: as few as possible to another day, then to another time, "
    "then to another room, ≤ perhaps fewer, ✕ no programme is possible, ? not found out in the time given, "
    "– nothing is lost, as it is so already."
)
_NAME = 40
"""Columns for the names of rooms and officers."""
_CELL = 4


def ending(answer: FragilityAnswer) -> int:
    """Choose the exit code.

    Parameters
    ----------
    answer
        What was found.

    Returns
    -------
    int
        One of ``scheduler.cli.endings``.
    """
    if answer.faults or answer.status == "invalid":
        return FAULT
    if answer.fragility is not None:
        return KEPT
    endings = {None: BROKEN, "impossible": IMPOSSIBLE}
    return endings.get(answer.status, NOTHING_FOUND)


def lines(answer: FragilityAnswer, here: Path) -> Iterator[str]:
    """Say to a planner what each loss comes to.

    Parameters
    ----------
    answer
        What was found.
    here
        The folder from which paths are named.

    Yields
    ------
    str
        Lines.
    """
    if ending(answer) == FAULT:
        yield "This is a fault of hemicycle, not of the forum's data. Nothing was written."
        yield from section("Solver and judge disagree", answer.faults)
    elif answer.fragility is None:
        yield _NOTHING[answer.status]
        yield from section(
            "The forum's own data breaks, whatever the timetable", map(sentence, answer.breaches)
        )
    else:
        yield from _found(answer.fragility)
        yield from ("", *folded(how_decided(answer.counts), 0))
        yield from section("Files", _files(answer.files, here))


def _found(found: Fragility) -> Iterator[str]:
    yield from folded(f"{one_line(found.standing.forum.title)}. {counted_from(found)} {summary(found)}", 0)
    for table in tables(found):
        yield from _table(table)
    yield from ("", *folded(_KEY, 0))
    moved = (
        _said(found, [effect.loss], effect) for effect in found.mattering if effect.outcome != "impossible"
    )
    yield from section("Losses that move meetings", moved)
    yield from section("Losses that leave no programme", _impossible(found))


def _table(table: LossTable) -> Iterator[str]:
    columns = [f"{day} {period}".strip() for day, periods in table.columns for period in periods]
    yield from ("", table.title)
    if len(columns) > 1:
        legend = ", ".join(f"{number} {column}" for number, column in enumerate(columns, 1))
        yield from folded(legend)
        yield _line(table.what, [str(number) for number, _ in enumerate(columns, 1)])
    for row in table.rows:
        first, *rest = wrapped(row.name, _NAME)
        yield _line(first, [sign_of(effect) for effect in row.effects])
        yield from (f"    {more}" for more in rest)


def _line(name: str, cells: list[str]) -> str:
    return f"  {padded(name, _NAME)}" + "".join(f"{cell:>{_CELL}}" for cell in cells)


def _impossible(found: Fragility) -> Iterator[str]:
    """Yield a sentence for all officers together who are missed in the same way."""
    groups: dict[tuple[str, ...], list[Effect]] = {}
    for effect in found.mattering:
        if effect.outcome == "impossible":
            loss = effect.loss
            alone = (loss.of, str(loss.fewer)) if loss.sort in ("room", "teams") else ()
            groups.setdefault((loss.sort, loss.when, *alone, "", *_others(effect)), []).append(effect)
    for effects in groups.values():
        yield _said(found, [effect.loss for effect in effects], effects[0])


def _others(effect: Effect) -> Iterator[str]:
    """Yield what stands in the way beside the loss itself."""
    loss = effect.loss
    own = {f"absence {loss.of}", f"duties {loss.of}", f"closure {loss.of} {loss.when}"}
    for reason in effect.reasons:
        if reason.name not in own:
            clause = reason.name.removeprefix("clause ")
            yield one_line(reason.sentence) if clause == reason.name else clause


def _said(found: Fragility, losses: list[Loss], effect: Effect) -> str:
    forum, words = found.standing.forum, loss_words(found.standing.forum, losses[0])
    if len(losses) > 1:
        names = "; ".join(one_line(forum.party_name(loss.of)) for loss in losses)
        lacking = (
            "cannot come at all" if effect.loss.sort == "away" else f"is not there on {effect.loss.when}"
        )
        words = f"{names}: if one of them {lacking}, {effect_words(effect)}"
    else:
        words = f"{words}: {effect_words(effect)}"
    others = "; ".join(_others(effect))
    unsure = "" if effect.verified else f" {checked(effect)}"
    because = f"; in the way: {others}" if others else ""
    return f"{words}{because}.{unsure}"


def how_decided(counts: Counts) -> str:
    """Say how losses were decided.

    Parameters
    ----------
    counts
        How many in which way.

    Returns
    -------
    str
        A sentence.
    """
    late = f", {counts.open} not decided in the time given" if counts.open else ""
    return (
        f"{counts.judged} losses touch nothing and were judged, {counts.solved} were solved, "
        f"{counts.kept} were kept from earlier runs{late}."
    )


def _files(paths: tuple[Path, ...], here: Path) -> Iterator[str]:
    sheets = [path for path in paths if path.parent.name == "contingency"]
    for path in (one for one in paths if one not in sheets):
        yield str(_short(path, here))
    if sheets:
        yield f"{_short(sheets[0].parent, here)}/ ({len(sheets)} sheets)"


def _short(path: Path, here: Path) -> Path:
    return path.relative_to(here) if path.is_relative_to(here) else path


def document(answer: FragilityAnswer) -> dict[str, Any]:
    """Put the answer into JSON.

    Parameters
    ----------
    answer
        What was found.

    Returns
    -------
    dict
        What JSON can hold; without losses when there is no programme.
    """
    found = answer.fragility
    return {
        "forum": answer.forum.forum,
        "status": answer.status,
        "data-breaches": documents(answer.breaches),
        "counted-from": counted_from(found) if found else None,
        "losses": [_loss(found, effect) for effect in found.effects] if found else [],
        "decided": vars(answer.counts),
        "files": [str(path) for path in answer.files],
        "faults": list(answer.faults),
    }


def _loss(found: Fragility, effect: Effect) -> dict[str, Any]:
    loss, difference = effect.loss, effect.difference
    moved = difference.meetings if difference else ()
    return {
        "loss": loss.id,
        **{key: value for key, value in vars(loss).items() if value},
        "says": f"{loss_words(found.standing.forum, loss)}: {effect_words(effect)}",
        "outcome": effect.outcome,
        "meetings": effect.moves,
        "moves": difference.counts if difference else {},
        "moved": [{"meeting": one.meeting, "kinds": list(one.kinds)} for one in moved],
        "proven": effect.proven,
        "verified": effect.verified,
        "because": [vars(reason) for reason in effect.reasons],
        "duties": list(duties_lost(found, loss)) if effect.outcome == "impossible" else [],
        "sheet": sheet_path(effect),
    }
