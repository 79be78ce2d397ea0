"""What ``hemicycle schedule`` says of its answer."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from itertools import groupby
from os.path import commonpath
from pathlib import Path
from typing import Any

import click

from scheduler.cli.endings import BROKEN, FAULT, IMPOSSIBLE, KEPT, NOTHING_FOUND
from scheduler.cli.findings import documents, folded, open_sentence, section, sentence
from scheduler.cli.side_events_words import side_event_lines, side_events_document
from scheduler.domain.programme import Programme
from scheduler.publishing.grouped_findings import grouped
from scheduler.publishing.kept_clauses import kept_by_paragraph
from scheduler.publishing.level_rows import LevelRow, level_rows
from scheduler.publishing.moves import lapses, moves_of, other_charges
from scheduler.publishing.plain_words import one_line
from scheduler.publishing.status_words import standing, status_sentence
from scheduler.publishing.timetable_json import publish
from scheduler.publishing.timetable_text import grid
from scheduler.use_cases.freezing import CannotFreeze
from scheduler.use_cases.going_on import Earlier
from scheduler.use_cases.schedule import ScheduleAnswer

_NOTHING = {
    None: "The forum's data has to be put right before it can be scheduled. Nothing was written.",
    "impossible": "Proven impossible: no timetable keeps all clauses of tier physical, mandate and "
    "practice. Nothing was written.",
    "unknown": "No timetable was found in the time given, and none was proven impossible. Nothing was "
    "written. Maybe a longer --time-limit.",
}


@contextmanager
def usage() -> Iterator[None]:
    """Turn words that freeze nothing into bad usage.

    Yields
    ------
    None
        While the forum is scheduled.
    """
    try:
        yield
    except CannotFreeze as error:
        raise click.UsageError(str(error)) from None


def earlier(found: Earlier, here: Path) -> list[str]:
    """Say whether a run goes on from an unproven timetable, before it is solved.

    Parameters
    ----------
    found
        The timetable of an earlier run.
    here
        The folder from which paths are named.

    Returns
    -------
    list of str
        One line.
    """
    file = _short(found.file, here)
    if found.stop:
        return [f"Goes on from {file}, which is not proven yet."]
    return [f"Begins anew, and not from {file}, which is not proven: {found.because}."]


def ending(answer: ScheduleAnswer) -> int:
    """Choose the exit code.

    Parameters
    ----------
    answer
        What scheduling came to.

    Returns
    -------
    int
        One of ``scheduler.cli.endings``.
    """
    if answer.faults or answer.status == "invalid":
        return FAULT
    if answer.status in ("impossible", "unknown"):
        return IMPOSSIBLE if answer.status == "impossible" else NOTHING_FOUND
    breaches = answer.programme.verdict.breaches if answer.programme else ()
    return BROKEN if answer.breaches or breaches else KEPT


def lines(answer: ScheduleAnswer, here: Path) -> Iterator[str]:
    """Say the answer to a planner.

    Parameters
    ----------
    answer
        What scheduling came to.
    here
        The folder from which paths are named.

    Yields
    ------
    str
        Lines; some hold several.
    """
    if ending(answer) == FAULT:
        yield "This is a fault of hemicycle, not of the forum's data. Nothing was written."
        yield from section("Solver and judge disagree", answer.faults)
    elif answer.programme is None:
        yield _NOTHING[answer.status]
        yield from section("Pins that cannot be kept", answer.contradictions)
        yield from _reasons(answer)
    else:
        yield from _programme(answer.programme)
        if answer.went_on_from:
            yield from (
                "",
                f"It went on from what an earlier run had found: {_short(answer.went_on_from, here)}.",
            )
        yield from section("Files", files(answer.files, here))
        yield from ("", _done(answer.programme))


def _reasons(answer: ScheduleAnswer) -> Iterator[str]:
    if answer.explanation:
        from scheduler.cli.explain_words import reasons  # noqa: PLC0415 - few runs need it

        yield from reasons(answer.explanation)
        yield from ("", "Maybe hemicycle explain, which also says what it would take.")


def _explanation(answer: ScheduleAnswer) -> dict[str, Any] | None:
    if answer.explanation is None:
        return None
    from scheduler.cli import explain_words  # noqa: PLC0415 - few runs need it

    return explain_words.document(answer.explanation)


def _done(programme: Programme) -> str:
    """Say at the end what is lacking; a proof has been told at the head."""
    return "Done." if standing(programme) == "proven" else f"Done: {status_sentence(programme)}."


def _programme(programme: Programme) -> Iterator[str]:
    verdict = programme.verdict
    yield grid(programme).removesuffix("\n")
    yield from _since(programme)
    yield from section("Levels of the objective", map(_level, level_rows(programme)))
    yield from _kept(programme)
    yield from section("Breaches", map(sentence, verdict.breaches))
    yield from section("Charges", map(sentence, other_charges(programme)))
    yield from section("Open", map(open_sentence, grouped(verdict.opens, programme.forum)))
    aside = (f"{one.clause}: {one_line(one.because)}" for one in programme.forum.set_aside)
    yield from section("Clauses set aside", aside)
    yield from section("List of speakers", _speakers(programme))
    yield from side_event_lines(programme)


def _speakers(programme: Programme) -> Iterator[str]:
    """Say what the calendars of parties have of the list of speakers."""
    if programme.estimates:
        count = len({one.party for one in programme.estimates})
        yield f"{count} parties have their statement in their calendar. See hemicycle speakers for the list."
    elif programme.no_list:
        yield f"None: {programme.no_list}"


def _since(programme: Programme) -> Iterator[str]:
    """Yield what moves from the last release, and why."""
    found = moves_of(programme)
    if found:
        yield from section(found.title, found.counts)
        yield from section("What has changed in the forum's data", found.changed)
        yield from section("What the command was told to freeze", found.frozen)
        yield from section("Moves", found.moves)
    told = (
        f"{one.clause}: {one.sentence}; because {one_line(one.because)}" for one in programme.acknowledged
    )
    yield from section("Breaches answered for", told)
    yield from section("Acknowledgements that have lapsed", lapses(programme))


def _level(row: LevelRow) -> str:
    proof = row.proof if row.value == row.bound else f"{row.proof}, the bound is {row.bound}"
    said = (f"{clause}: {says.removesuffix('.')}" if says else clause for clause, says in row.clauses)
    return f"{row.level}. {row.value} ({proof})  {'; '.join(said)}. {row.comparison}".rstrip()


def _kept(programme: Programme) -> Iterator[str]:
    """Yield the clauses kept, a line for each paragraph below its mandate."""
    groups = groupby(kept_by_paragraph(programme), key=lambda one: one.title)
    for number, (title, paragraphs) in enumerate(groups):
        if number == 0:
            yield from ("", "Clauses kept")
        yield from folded(title)
        for one in paragraphs:
            yield from folded(f"{one.citation}: {', '.join(clause.clause for clause in one.clauses)}", 4)


def files(paths: tuple[Path, ...], here: Path) -> list[str]:
    """Say where files are, a folder of several on one line.

    Parameters
    ----------
    paths
        Files written, below one folder.
    here
        The folder from which paths are named, where they lie below it.

    Returns
    -------
    list of str
        Files of the uppermost folder and single files first, by path.
    """
    root = Path(commonpath([path.parent for path in paths])) if paths else here
    said = []
    for parent, group in groupby(
        sorted(paths, key=lambda one: (str(one.parent), one.name)), lambda one: one.parent
    ):
        inside = list(group)
        if parent == root or len(inside) == 1:
            said += [str(_short(path, here)) for path in inside]
        else:
            said.append(f"{_short(parent, here)}/ ({len(inside)} files)")
    return said


def _short(path: Path, here: Path) -> Path:
    return path.relative_to(here) if path.is_relative_to(here) else path


def document(answer: ScheduleAnswer) -> dict[str, Any]:
    """Put the answer into JSON.

    Parameters
    ----------
    answer
        What scheduling came to.

    Returns
    -------
    dict
        What JSON can hold; ``programme`` is ``None`` when nothing was written.
    """
    return {
        "forum": answer.forum.forum,
        "status": answer.status,
        "data-breaches": documents(answer.breaches),
        "programme": _document(answer.programme) if answer.programme else None,
        "files": [str(path) for path in answer.files],
        "faults": list(answer.faults),
        "contradictions": list(answer.contradictions),
        "explanation": _explanation(answer),
        "went-on-from": str(answer.went_on_from) if answer.went_on_from else None,
    }


def _document(programme: Programme) -> dict[str, Any]:
    verdict = programme.verdict
    return {
        "timetable": json.loads(publish(programme)["timetable.json"]),
        "stopped": programme.stopped.model_dump(mode="json") if programme.stopped else None,
        "levels": [{**level.model_dump(mode="json"), "proven": level.proven} for level in programme.levels],
        "breaches": documents(verdict.breaches),
        "charges": documents(verdict.charges),
        "opens": documents(verdict.opens),
        "since-release": asdict(found) if (found := moves_of(programme)) else None,
        "acknowledged": [one.model_dump(mode="json") for one in programme.acknowledged],
        "lapsed": [one.model_dump(mode="json") for one in programme.lapsed],
        "kept": [clause.clause for one in kept_by_paragraph(programme) for clause in one.clauses],
        "set-aside": [one.model_dump(mode="json") for one in programme.forum.set_aside],
        **side_events_document(programme),
    }
