"""What ``hemicycle explain`` says of ways out of an impossible forum."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from scheduler.cli.findings import documents, folded, section, sentence
from scheduler.domain.listed import listed
from scheduler.domain.programme import Programme
from scheduler.domain.verdict import Breach
from scheduler.publishing.level_rows import LevelRow, level_rows
from scheduler.publishing.moves import moves_of
from scheduler.publishing.plain_words import one_line
from scheduler.publishing.timetable_json import publish
from scheduler.publishing.timetable_text import grid
from scheduler.use_cases.explain import ExplainedClash
from scheduler.use_cases.ways_out import WayOut, WaysOut

_PROVEN = "proven: nothing cheaper is a way out"
_NEXT = "proven: nothing cheaper is a way out, but for those above"
_UNPROVEN = "found in the time given; a cheaper one may exist"
_NONE = (
    "There is no way out: even with all relaxed that may be relaxed no programme is possible. What stands in "
    "the way is never relaxed."
)
_STILL = "With all of that relaxed, these still cannot stand together, given the official hours"
_NOT_FOUND = (
    "No way out was found in the time given, and it is not proven that there is none. Maybe a longer "
    "--time-limit."
)


_ONLY = "Only a mandate stands in the way, and no mandate is ever set aside"
_PHYSICAL = "Only the forum's own data stands in the way, and what it breaks is never set aside"
_FIRST = "First put right"
_AFTER = "Ways out can only be found after that."


def lines(answer: WaysOut, clashing: Sequence[ExplainedClash] = ()) -> Iterator[str]:
    """Say to a planner what would make a programme possible.

    Parameters
    ----------
    answer
        What was found.
    clashing
        What cannot stand together as it is.

    Yields
    ------
    str
        Lines; some hold several. None where a programme is possible as it is.
    """
    if answer.stopped:
        yield from _stopped(answer.stopped, alone=not clashing)
    elif not answer.possible:
        yield from _found(answer)
        kept = (f"{one}." for one in _kept(answer, clashing))
        yield from section("These officers cannot be replaced", kept)
        yield from _endings(answer)


def _found(answer: WaysOut) -> Iterator[str]:
    if not answer.found:
        yield from ("", *folded(_NONE if answer.complete else _NOT_FOUND, 0))
    for clash in answer.blocked:
        members = (f"- {one_line(one.sentence)}." for one in clash.members)
        yield from section(_STILL, members)
    for number, way in enumerate(answer.found, 1):
        yield from _way(number, way)
    for number, way in enumerate(answer.found, 1):
        yield from _programme(number, way.programme)


def _endings(answer: WaysOut) -> Iterator[str]:
    if answer.unasked:
        yield from ("", *folded(_unasked(answer), 0))
    if answer.found:
        yield from ("", *folded(_ending(answer), 0))


def _stopped(breaches: Sequence[Breach], *, alone: bool) -> Iterator[str]:
    """Say what has to be put right by hand."""
    said = (f"- {sentence(one)}." for one in breaches)
    if alone:
        mandates = all(one.tier == "mandate" for one in breaches)
        yield from section(_ONLY if mandates else _PHYSICAL, said)
    else:
        yield from section(_FIRST, said)
        yield from ("", *folded(_AFTER, 0))


def refusal(answer: WaysOut | None) -> str:
    """Say why there is nothing to apply.

    Parameters
    ----------
    answer
        What was found; ``None`` when nothing was looked for.

    Returns
    -------
    str
        Part of a sentence.
    """
    if answer and answer.stopped:
        said = "; ".join(map(sentence, answer.stopped))
        return f"first put right what is never set aside: {said}"
    return "none was found"


def _kept(answer: WaysOut, clashing: Sequence[ExplainedClash]) -> Iterator[str]:
    """Say of the officers whose duties clash that they cannot be replaced, where a clause names them."""
    names = {member.name for clash in clashing for member in clash.members}
    for one in answer.kept:
        if not names.isdisjoint((f"duties {one.party}", f"absence {one.party}")):
            yield f"- {one.sentence}"


def _unasked(answer: WaysOut) -> str:
    names = listed([one.of[0] for one in answer.unasked])
    return f"Setting aside {names} is the last resort: it was not looked at, since there are other ways out."


def _way(number: int, way: WayOut) -> Iterator[str]:
    proof = _UNPROVEN if not way.cheapest else (_PROVEN if number == 1 else _NEXT)
    aside = f", with {_counted(way.aside, 'clause')} of practice set aside" if way.aside else ""
    title = f"Way out {number}, price {way.price}{aside} ({proof})"
    yield from section(title, (f"- {one_line(one.sentence)} (price {one.price})" for one in way.relaxations))


def _programme(number: int, programme: Programme) -> Iterator[str]:
    yield from ("", *folded(f"The programme with way out {number}", 0), "")
    yield grid(programme).removesuffix("\n")
    found = moves_of(programme)
    if found:
        yield from section(f"{found.title}, with way out {number}", (*found.counts, *found.moves))
    yield from section(f"Levels of the objective, with way out {number}", map(_level, level_rows(programme)))


def _level(row: LevelRow) -> str:
    before = "" if row.released is None else f"; the last release pays {row.released}"
    names = ", ".join(clause for clause, _ in row.clauses)
    return f"{row.level}. {row.value} ({row.proof})  {names}{before}"


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _ending(answer: WaysOut) -> str:
    """Say what a planner can do next, and how sure it is that there is nothing else."""
    applying = "Maybe --apply 1, which writes way out 1 into the forum's files."
    if not answer.complete:
        return f"The time was not enough to look for all others. {applying}"
    return f"None of them holds all of another. {applying}" if len(answer.found) > 1 else applying


def applied(number: int, paths: tuple[Path, ...]) -> Iterator[str]:
    """Say which files a way out was written into.

    Parameters
    ----------
    number
        Of the way out.
    paths
        The files that were changed.

    Yields
    ------
    str
        Lines.
    """
    yield from section(f"Way out {number} was written into", (path.as_posix() for path in paths))


def document(answer: WaysOut) -> dict[str, Any]:
    """Put the ways out into JSON.

    Parameters
    ----------
    answer
        What was found.

    Returns
    -------
    dict
        What JSON can hold.
    """
    return {
        "possible": answer.possible,
        "complete": answer.complete,
        "offered": [one.name for one in answer.offered],
        "ways-out": [_way_document(number, way) for number, way in enumerate(answer.found, 1)],
        "put-right-first": documents(answer.stopped),
        "not-looked-at": [one.name for one in answer.unasked],
        "cannot-be-replaced": [one.sentence for one in answer.kept],
        "blocked": [
            [
                {"name": one.name, "paragraph": one.paragraph, "sentence": one.sentence}
                for one in clash.members
            ]
            for clash in answer.blocked
        ],
    }


def _way_document(number: int, way: WayOut) -> dict[str, Any]:
    return {
        "number": number,
        "price": way.price,
        "practices-set-aside": way.aside,
        "cheapest": way.cheapest,
        "relaxations": [
            {"name": one.name, "price": one.price, "sentence": one.sentence} for one in way.relaxations
        ],
        **_programme_document(way.programme),
    }


def _programme_document(programme: Programme) -> dict[str, Any]:
    moves = moves_of(programme)
    return {
        "status": programme.status,
        "timetable": json.loads(publish(programme)["timetable.json"]),
        "levels": [{**one.model_dump(mode="json"), "proven": one.proven} for one in programme.levels],
        "moves": [*moves.moves] if moves else None,
    }
