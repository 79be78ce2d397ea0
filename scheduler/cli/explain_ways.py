"""What ``hemicycle explain`` says and does beside the reasons: ways out, and one of them applied."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from scheduler.cli import explain_words, ways_out_words
from scheduler.use_cases.apply_relaxations import CannotApply, apply_relaxations
from scheduler.use_cases.explain import ExplainAnswer
from scheduler.use_cases.ways_out import WaysOut


def apply(folder: Path, ways: WaysOut | None, chosen: int | None) -> tuple[Path, ...]:
    """Write a way out into the forum's files.

    Parameters
    ----------
    folder
        The forum's folder.
    ways
        What was found; ``None`` when nothing was looked for.
    chosen
        Number of the way out; ``None`` for none.

    Returns
    -------
    tuple of Path
        The files that were changed.

    Raises
    ------
    UsageError
        There is no such way out, or the files cannot be changed by themselves.
    """
    if chosen is None:
        return ()
    count = len(ways.found) if ways else 0
    if ways is None or chosen > count:
        found = f"{count} {'was' if count == 1 else 'were'} found" if count else ways_out_words.refusal(ways)
        hint = f". Maybe --apply {count}" if count else ""
        raise click.UsageError(f"there is no way out {chosen}: {found}{hint}")
    try:
        return apply_relaxations(folder, ways.forum, ways.found[chosen - 1].relaxations)
    except CannotApply as error:
        raise click.UsageError(str(error)) from None


def ways_lines(
    answer: ExplainAnswer, ways: WaysOut | None, chosen: int | None, files: tuple[Path, ...]
) -> Iterator[str]:
    """Say what would make a programme possible, and what was done for it.

    Parameters
    ----------
    answer
        The reasons.
    ways
        What was found; ``None`` when nothing was looked for.
    chosen
        Number of the way out that was written.
    files
        The files that were changed.

    Yields
    ------
    str
        Lines.
    """
    if ways:
        yield from ways_out_words.lines(ways, answer.clashes)
    if chosen and files:
        yield from ways_out_words.applied(chosen, files)


def document(answer: ExplainAnswer, ways: WaysOut | None, files: tuple[Path, ...]) -> dict[str, Any]:
    """Put reasons and ways out into JSON.

    Parameters
    ----------
    answer
        The reasons.
    ways
        What was found; ``None`` when nothing was looked for.
    files
        The files that were changed.

    Returns
    -------
    dict
        What JSON can hold.
    """
    return {
        **explain_words.document(answer),
        "ways-out": ways_out_words.document(ways) if ways else None,
        "applied": [path.as_posix() for path in files],
    }
