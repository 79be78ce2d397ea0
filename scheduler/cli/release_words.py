"""What ``hemicycle release`` and ``hemicycle restore`` say."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from scheduler.cli.endings import BAD, BROKEN, KEPT
from scheduler.cli.findings import documents, folded, section, sentence
from scheduler.cli.printing import say
from scheduler.cli.schedule_words import files
from scheduler.use_cases.release import NoSuchRelease, ReleaseAnswer, RoomGone, TooEarly
from scheduler.use_cases.release_gate import NothingToAcknowledge
from scheduler.use_cases.release_store import NoLongerLast


@contextmanager
def usage() -> Iterator[None]:
    """Turn an order that does not go with what is there into bad usage.

    Yields
    ------
    None
        While the order is carried out.
    """
    try:
        yield
    except (NoSuchRelease, RoomGone, NothingToAcknowledge, TooEarly, NoLongerLast) as error:
        raise click.UsageError(str(error)) from None


def ending(answer: ReleaseAnswer) -> int:
    """Choose the exit code.

    Parameters
    ----------
    answer
        What became of the release.

    Returns
    -------
    int
        One of ``scheduler.cli.endings``.
    """
    if answer.path is None:
        return BROKEN
    return BAD if answer.unwritten else KEPT


def made(answer: ReleaseAnswer, here: Path) -> str:
    """Say that a release is made; it stays so, whatever becomes of the outputs.

    Parameters
    ----------
    answer
        With the path of the release.
    here
        The folder from which paths are named.

    Returns
    -------
    str
        One line.
    """
    assert answer.path is not None  # there is nothing to be told before
    where = files((answer.path,), here)[0]
    return f"Release {answer.release.number} ({answer.release.status}) is made: {where}"


def teller(as_json: bool, here: Path) -> Callable[[ReleaseAnswer], None]:
    """Return what says at once that a release is made, unless one document says all.

    Parameters
    ----------
    as_json
        Whether it does.
    here
        The folder from which paths are named.

    Returns
    -------
    callable
        Prints one line.
    """
    return (lambda _: None) if as_json else lambda answer: say(made(answer, here))


def lines(answer: ReleaseAnswer, here: Path) -> Iterator[str]:
    """Say the answer to a planner, who knows already that the release is made.

    Parameters
    ----------
    answer
        What became of the release.
    here
        The folder from which paths are named.

    Yields
    ------
    str
        Lines.
    """
    if answer.path is None:
        yield "Not published: this timetable breaks what nobody has answered for. Nothing was written."
        yield from section("Breaches", map(sentence, answer.breaches))
        if any(breach.tier == "practice" for breach in answer.breaches):
            hint = "Maybe answer for a breach of practice: --acknowledge CLAUSE --because TEXT"
            yield from ("", *folded(hint, 0))
        return
    folder = files((answer.path.parents[1],), here)[0]
    told = (f"{one.clause}: {one.sentence}; because {one.because}" for one in answer.release.acknowledged)
    yield from section("Answered for", told)
    yield from section("Breaches", map(sentence, answer.breaches))
    yield from _outputs(answer, folder, here)


def _outputs(answer: ReleaseAnswer, folder: str, here: Path) -> Iterator[str]:
    scheduled = answer.scheduled
    programme = scheduled.programme if scheduled else None
    if scheduled is None or programme is None:
        why = answer.unwritten or "the forum cannot be scheduled as it is"
        yield from ("", *folded(f"The release is made, but not its outputs: {why}. Maybe see why:", 0))
        yield f"  hemicycle schedule {folder}"
        return
    if programme.release != answer.release.number:
        yield from ("", "The outputs differ from this release, as it breaks a clause that they keep.")
    yield from section("Outputs made again", files(scheduled.files, here))


def document(answer: ReleaseAnswer) -> dict[str, Any]:
    """Put the answer into JSON.

    Parameters
    ----------
    answer
        What became of the release.

    Returns
    -------
    dict
        What JSON can hold; ``file`` is ``None`` when nothing was written, and ``unwritten`` says why
        there are no outputs although there is a release.
    """
    keys = {"number", "status", "released", "note", "acknowledged"}
    return {
        "forum": answer.forum.forum,
        "file": str(answer.path) if answer.path else None,
        **answer.release.model_dump(mode="json", by_alias=True, include=keys),
        "breaches": documents(answer.breaches),
        "outputs": [str(path) for path in answer.scheduled.files] if answer.scheduled else [],
        "unwritten": answer.unwritten,
    }
