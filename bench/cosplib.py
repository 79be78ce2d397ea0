"""Conferences that others have scheduled: what is found in a minute, and how far it is proven.

The workbooks are those of CoSPLib (Kheiri, Pylyavskyy and Jacko; doi 10.1016/j.ejor.2024.04.001); the aims
are what a plain CP-SAT model found in a minute, or less where the authors have less.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from scheduler.judging import judge
from scheduler.publishing.forum_folder.files import forum_files, venue_file
from scheduler.publishing.forum_folder.origin import Origin
from scheduler.reading import Reading, read_forum
from scheduler.reading.importing.foreign_file import ForeignFile
from scheduler.reading.importing.formats import read_programme
from scheduler.reading.problems import Problems
from scheduler.solving import Limits, solve

AIMS = {"N2OR": 1, "GECCO19": 34, "GECCO20": 5_797, "GECCO21": 10_933, "OR60F": 427, "OR60F2": 39}
"""The most that each may cost after a minute."""

_FOUND = re.compile(r"; (\d+) found")


@dataclass(frozen=True)
class Scheduled:
    """A conference with its aim and what was found.

    ``improved`` and ``proven`` are seconds from the beginning; ``proven`` is ``None`` without a proof.
    """

    name: str
    aim: int
    value: int
    bound: int
    improved: float
    proven: float | None

    @property
    def line(self) -> str:
        """The conference in one line."""
        verdict = "met" if self.value <= self.aim else "MISSED"
        proof = "not proven" if self.proven is None else f"proven after {self.proven:.1f} s"
        figures = f"{self.value:>7} {self.bound:>7} {self.aim:>7}"
        return f"{self.name:<10} {figures} {verdict:<7} last better one after {self.improved:5.1f} s, {proof}"


def scheduled(workbooks: Path, work: Path, seconds: float) -> Iterator[Scheduled]:
    """Schedule each workbook.

    Parameters
    ----------
    workbooks
        A folder with ``NAME.xlsx``.
    work
        A folder for what is written.
    seconds
        How long each is solved.

    Yields
    ------
    Scheduled
        In the order of ``AIMS``.

    Raises
    ------
    RuntimeError
        A timetable breaks a clause, or costs what the solver does not say.
    """
    for name, aim in AIMS.items():
        yield _scheduled(name, aim, _imported(workbooks / f"{name}.xlsx", work), seconds)


def _imported(path: Path, work: Path) -> Reading:
    problems, name = Problems(), path.stem.lower()
    found = read_programme(ForeignFile(path.name, path.read_bytes(), title=path.stem), problems)
    problems.raise_if_any()
    assert found is not None
    form, programme = found
    as_of = programme.days[0].date
    origin = Origin(name, path.name, form, datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC))
    files = {f"{name}/{one}": text for one, text in forum_files(programme, origin).items()}
    for one, text in {**files, f"venues/{name}.yaml": venue_file(programme, origin)}.items():
        (work / one).parent.mkdir(parents=True, exist_ok=True)
        (work / one).write_bytes(text)
    return read_forum(work / name)


def _scheduled(name: str, aim: int, reading: Reading, seconds: float) -> Scheduled:
    begin, better = perf_counter(), list[tuple[float, int]]()

    def hear(sentence: str) -> None:
        found = _FOUND.search(sentence)
        if found and (not better or int(found[1]) < better[-1][1]):
            better.append((perf_counter() - begin, int(found[1])))

    solution = solve(reading.forum, reading.rules, Limits(seconds, anytime=True), tell=hear)
    ended = perf_counter() - begin
    (level,) = solution.levels
    assert solution.timetable is not None
    verdict = judge(reading.forum, reading.rules, solution.timetable)
    if verdict.breaches or sum(charge.price for charge in verdict.charges) != level.value:
        raise RuntimeError(f"{name} is judged otherwise than it was solved")
    improved = better[-1][0] if better else ended
    proven = ended if level.value == level.bound else None
    return Scheduled(name, aim, level.value, level.bound, improved, proven)


def table(title: str, found: Sequence[Scheduled]) -> str:
    """Write conferences below a title.

    Parameters
    ----------
    title
        Says what was measured.
    found
        One line each.

    Returns
    -------
    str
        Lines; the last one is ended.
    """
    head = f"{'':<10} {'found':>7} {'bound':>7} {'aim':>7}"
    return "".join(f"{line}\n" for line in (title, head, *(one.line for one in found)))
