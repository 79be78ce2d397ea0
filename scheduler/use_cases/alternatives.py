"""Several programmes of one forum that are as good as the best, or all of them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from scheduler.domain.forum import Forum
from scheduler.domain.programme import Programme, Status
from scheduler.domain.verdict import Breach
from scheduler.publishing.plain_words import one_line
from scheduler.solving import Limits
from scheduler.solving.alternatives import (
    Bounded,
    Contradicted,
    Copies,
    Found,
    Unfinished,
    Wanted,
    alike,
    different,
    every,
)
from scheduler.use_cases.alternatives_files import finish_listing, line_of, listing, write_programmes
from scheduler.use_cases.alternatives_start import Disagreement, NoStart, Slack, Start, start_of
from scheduler.use_cases.alternatives_words import alike_words, as_good, counted, proven, set_apart

_CONTRADICTED = "the solver contradicts itself: it finds what it has proven impossible"


@dataclass(frozen=True)
class Alternative:
    """A programme, and what sets it apart from the others in one line."""

    programme: Programme
    apart: str


@dataclass(frozen=True)
class Listing:
    """How many programmes were listed, and why no more: all are, the time ran out, or the run was stopped."""

    count: int
    ended: Literal["all", "time", "interrupted"]


@dataclass(frozen=True)
class AlternativesAnswer:
    """Programmes that are as good as the best, or why there are none.

    ``status`` is that of the best programme, ``None`` where ``breaches`` of the forum's own data stop the
    work. ``listing`` is there instead of ``programmes`` where all were asked for. ``says`` tells what is
    proven, ``alike`` what of the forum is alike, so that its exchange makes no other programme. ``faults``
    say where solver and judge disagree: then nothing was written.
    """

    forum: Forum
    status: Status | None
    programmes: tuple[Alternative, ...] = ()
    found: Found | None = None
    listing: Listing | None = None
    says: str = ""
    alike: str = ""
    breaches: tuple[Breach, ...] = ()
    files: tuple[Path, ...] = ()
    faults: tuple[str, ...] = ()


@dataclass(frozen=True)
class Asked:
    """What is asked for: so many, so far apart, or ``every`` one; costing how much more; from what."""

    wanted: Wanted = field(default_factory=Wanted)
    slack: Slack = field(default_factory=dict)
    every: bool = False
    from_scratch: bool = False


def alternatives(
    folder: Path,
    output: Path | None = None,
    asked: Asked = Asked(),
    limits: Limits = Limits(),
    tell: Callable[[str], None] = lambda _: None,
) -> AlternativesAnswer:
    """Find programmes that are as good as the best, and write them.

    Parameters
    ----------
    folder
        The forum's folder.
    output
        Where to write; ``None`` for ``outputs/FORUM-alternatives`` in the working folder.
    asked
        How many, how far apart, and what they may cost more.
    limits
        Workers, and the time for all of it.
    tell
        Takes sentences on the progress.

    Returns
    -------
    AlternativesAnswer
        With programmes where the best is proven; each has been judged.

    Raises
    ------
    NoSuchLevel
        The slack names a level that the forum does not have.
    BadData
        The forum's folder cannot be read.
    OSError
        The output cannot be written.
    """
    start = start_of(folder, limits, asked.slack, from_scratch=asked.from_scratch, tell=tell)
    if isinstance(start, NoStart):
        return AlternativesAnswer(start.forum, start.status, breaches=start.breaches, faults=start.faults)
    place = output or Path("outputs") / f"{start.forum.forum}-alternatives"
    try:
        return (_every if asked.every else _some)(start, place, asked, tell)
    except Disagreement as fault:
        return AlternativesAnswer(start.reading.forum, "optimal", faults=fault.faults)
    except Contradicted:
        return AlternativesAnswer(start.reading.forum, "optimal", faults=(_CONTRADICTED,))


def _some(start: Start, place: Path, asked: Asked, tell: Callable[[str], None]) -> AlternativesAnswer:
    """Find some that are as different as possible."""
    forum = start.found.forum
    found = different(forum, start.rules, start.best, start.most, asked.wanted, start.limits, tell)
    programmes = tuple(start.programme(one) for one in found.timetables)
    said = tuple(
        Alternative(programme, words)
        for programme, words in zip(programmes, set_apart(programmes), strict=True)
    )
    says = proven(found, asked.wanted, as_good(asked.slack))
    tell("writing")
    title = one_line(forum.title)
    same = alike_words(forum, found.alike)
    lines = (f"{number}. {one.apart}" for number, one in enumerate(said, 1))
    files = write_programmes(
        place, programmes, [one.apart for one in said], _text(title, "", *lines, "", says, same)
    )
    return AlternativesAnswer(
        start.reading.forum, "optimal", said, found, None, says, same, start.breaches, files
    )


def _text(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines).rstrip("\n") + "\n"


def _every(start: Start, place: Path, asked: Asked, tell: Callable[[str], None]) -> AlternativesAnswer:
    """List all, each written as soon as it is found, so that nothing has to be kept."""
    forum = start.found.forum
    same = alike(forum, start.rules)
    bounded = Bounded(forum, start.rules, start.most, start.limits)
    count = 0
    ended: Literal["all", "time", "interrupted"] = "all"
    with listing(place) as stream:
        try:
            for timetable in every(bounded, Copies(forum, same)):
                stream.write(line_of(start.programme(timetable), count + 1))
                count += 1
                tell(f"{count} programmes found")
        except Unfinished:
            ended = "time"
        except KeyboardInterrupt:
            ended = "interrupted"
    says, words = counted(count, ended, as_good(asked.slack)), alike_words(forum, same)
    files = finish_listing(place, _text(one_line(forum.title), "", says, words))
    listed = Listing(count, ended)
    return AlternativesAnswer(
        start.reading.forum, "optimal", (), None, listed, says, words, start.breaches, files
    )
