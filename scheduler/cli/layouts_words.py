"""What ``hemicycle layouts`` says of its answer."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from scheduler.cli.endings import BAD, FAULT, KEPT, NOTHING_FOUND
from scheduler.cli.findings import folded, section
from scheduler.cli.layouts_value_words import value_sections
from scheduler.publishing.layouts_front import causes
from scheduler.publishing.layouts_values import Axis, Cell, Layouts
from scheduler.publishing.layouts_words import (
    STATUS_WORDS,
    UNVERIFIED,
    chosen_measures,
    measured,
    measured_words,
    sentence,
)
from scheduler.publishing.plain_words import one_line
from scheduler.use_cases.layouts import Counts, LayoutsAnswer

_FRONT = "Pareto front: nothing is better in one of these without being worse in another"

_NO_FRONT = "None: of no proven layout that breaks nothing all of these are known."

_MOST = 20
"""Lines of one sort that are printed; the page and the table of the outputs have all."""


def ending(answer: LayoutsAnswer) -> int:
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
    if answer.faults:
        return FAULT
    if answer.counts is None:
        return BAD
    return NOTHING_FOUND if answer.counts.open else KEPT


def lines(answer: LayoutsAnswer, here: Path) -> Iterator[str]:
    """Say to a planner what the layouts come to.

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
    if answer.faults:
        yield "This is a fault of hemicycle, not of the forum's data. Nothing was written."
        yield from section("Solver and judge disagree", answer.faults)
    elif answer.layouts is None or answer.counts is None:
        yield "Some layouts cannot be read. Nothing was written."
        yield from section("What is wrong", _few(map(sentence, answer.wrong), "are listed by --json"))
    else:
        yield from _found(answer.layouts, answer.counts)
        yield from section("Not found out, although there was time", map(sentence, _once(answer.lost)))
        yield from section("Files", (str(_short(path, here)) for path in answer.files))


def _found(found: Layouts, counts: Counts) -> Iterator[str]:
    yield from folded(f"{one_line(found.forum.title)}. {how_many(found, counts)}", 0)
    for axis in found.axes:
        left_out = [*map(sentence, axis.left_out)]
        yield from section(f"{axis.title}: not looked at", left_out)
    if any(cell.status == "optimal" for cell in found.cells):
        yield from section(_FRONT, [_compared_by(found, counts), *(_few(_front(found)) or (_NO_FRONT,))])
    for title, said in value_sections(found):
        yield from section(title, _few(said))
    yield from section("Impossible, and why", _few(_reasons(found)))
    yield from section("Not on the front, as their own data breaks a clause", _few(_broken(found)))
    yield from section("To bear in mind", _few(_notes(found)))


def how_many(found: Layouts, counts: Counts) -> str:
    """Say how many layouts there are, and how they were solved.

    Parameters
    ----------
    found
        Every cell.
    counts
        How they were solved.

    Returns
    -------
    str
        Sentences.
    """
    status = [cell.status for cell in found.cells]
    said = ", ".join(
        f"{status.count(one):,} {words[0].lower()}{words[1:]}"
        for one, words in STATUS_WORDS.items()
        if one in status
    )
    kept = f", {counts.kept:,} of them kept from earlier runs" if counts.kept else ""
    problems = "one problem" if counts.problems == 1 else f"{counts.problems:,} different problems"
    left = " A later run goes on with those that were not found out." if counts.open else ""
    return (
        f"{_layouts(counts.cells)}: {said}. They are {problems}{kept}; "
        f"layouts that are the same problem are solved once.{left}"
    )


def _compared_by(found: Layouts, counts: Counts) -> str:
    names = ", ".join(f"{one.called} ({one.better} is better)" for one in chosen_measures(found))
    proven = " Only layouts that are proven are among them." if counts.open else ""
    return f"Compared by {names}.{proven}"


def _broken(found: Layouts) -> Iterator[str]:
    groups: dict[tuple[str, ...], int] = {}
    for cell in found.cells:
        if cell.broken:
            groups[cell.broken] = groups.get(cell.broken, 0) + 1
    for broken, number in groups.items():
        yield f"{_layouts(number)}: {' '.join(map(sentence, broken))}"


def _layouts(number: int) -> str:
    return f"{number:,} layout{'s' if number > 1 else ''}"


def _front(found: Layouts) -> Iterator[str]:
    """Yield a line for all cells of the front that come to the same, with the first of them."""
    chosen = chosen_measures(found)
    groups: dict[tuple[int | None, ...], list[Cell]] = {}
    for cell in found.cells:
        if cell.on_front:
            groups.setdefault(tuple(measured(cell, chosen)), []).append(cell)
    for values, cells in groups.items():
        said = ", ".join(
            f"{one.called}: {measured_words(value)}" for one, value in zip(chosen, values, strict=True)
        )
        others = len(cells) - 1
        come = "comes" if others == 1 else "come"
        more = f"; {_layouts(others).replace(' ', ' other ')} {come} to the same" if others else ""
        yield f"{said}: {layout_words(found, cells[0])}{more}."


def layout_words(found: Layouts, cell: Cell) -> str:
    """Say which values a layout has.

    Parameters
    ----------
    found
        Every cell, with the axes.
    cell
        One of them.

    Returns
    -------
    str
        The title of each value, after that of its axis.
    """
    titles = (
        f"{one_line(axis.title)} {next(one_line(one.title) for one in axis.values if one.id == value)}"
        for axis, value in zip(found.axes, cell.values, strict=True)
    )
    return "; ".join(titles)


def _reasons(found: Layouts) -> Iterator[str]:
    for cause in causes(found):
        common = f" ({'; '.join(cause.common)})" if cause.common else ""
        said = " ".join(cause.reasons) or "Proven impossible; why was not found out in the time given."
        unsure = f" {UNVERIFIED}" if cause.reasons and not cause.verified else ""
        yield f"{cause.many}{common}: {said}{unsure}"


def _notes(found: Layouts) -> Iterator[str]:
    for axis in found.axes:
        for value in axis.values:
            for note in value.notes:
                yield f"{one_line(axis.title)} {one_line(value.title)}: {sentence(note)}"


def _few(entries: Iterable[str], where: str = "stand in the outputs") -> list[str]:
    every = [*entries]
    more = [f"{len(every) - _MOST:,} more {where}."] if len(every) > _MOST else []
    return [*every[:_MOST], *more]


def _once(entries: tuple[str, ...]) -> list[str]:
    return [*dict.fromkeys(entries)]


def _short(path: Path, here: Path) -> Path:
    return path.relative_to(here) if path.is_relative_to(here) else path


def document(answer: LayoutsAnswer) -> dict[str, Any]:
    """Put the answer into JSON.

    Parameters
    ----------
    answer
        What was found.

    Returns
    -------
    dict
        What JSON can hold; without layouts where nothing was solved.
    """
    found = answer.layouts
    return {
        "forum": answer.forum.forum,
        "title": answer.forum.title,
        "placeholder": answer.forum.placeholder or None,
        "counts": vars(answer.counts) if answer.counts else None,
        "axes": [_axis(axis) for axis in found.axes] if found else [],
        "criteria": list(found.chosen) if found else [],
        "layouts": [_cell(found, cell) for cell in found.cells] if found else [],
        "wrong": list(answer.wrong),
        "lost": list(answer.lost),
        "files": [str(path) for path in answer.files],
        "faults": list(answer.faults),
    }


def _axis(axis: Axis) -> dict[str, Any]:
    values = [{"value": one.id, "title": one.title, "notes": list(one.notes)} for one in axis.values]
    return {"axis": axis.id, "title": axis.title, "values": values, "left-out": list(axis.left_out)}


def _cell(found: Layouts, cell: Cell) -> dict[str, Any]:
    return {
        "layout": cell.number,
        "values": {axis.id: value for axis, value in zip(found.axes, cell.values, strict=True)},
        "problem": cell.problem or None,
        "status": cell.status,
        "levels": list(cell.levels),
        "criteria": dict(cell.criteria) if cell.criteria is not None else None,
        "because": list(cell.reasons),
        "verified": not cell.problem or found.problems[cell.problem - 1].verified,
        "breaks": list(cell.broken),
        "notes": list(cell.notes),
        "on-front": cell.on_front,
    }
