"""What ``hemicycle alternatives`` says of its answer."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scheduler.cli.endings import BROKEN, FAULT, IMPOSSIBLE, INTERRUPTED, KEPT, NOTHING_FOUND
from scheduler.cli.findings import data_breaches, documents, folded, section
from scheduler.cli.schedule_words import files
from scheduler.publishing.plain_words import one_line
from scheduler.publishing.timetable_json import publish
from scheduler.use_cases.alternatives import Alternative, AlternativesAnswer

_LATE = "Maybe a longer --time-limit."
_NOTHING = {
    None: "The forum's data has to be put right before it can be scheduled. Nothing was written.",
    "impossible": "Proven impossible: no timetable keeps all clauses of tier physical, mandate and practice. "
    "Nothing was written. Maybe hemicycle explain, which says why.",
    "feasible": "No programme was proven to be the best in the time given, so none is known to be as good. "
    f"Nothing was written. {_LATE}",
    "unknown": "No timetable was found in the time given, and none was proven impossible. Nothing was "
    f"written. {_LATE}",
}


def ending(answer: AlternativesAnswer) -> int:
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
    if answer.status == "impossible":
        return IMPOSSIBLE
    if answer.status in ("feasible", "unknown"):
        return NOTHING_FOUND
    if answer.listing and answer.listing.ended == "time":
        return NOTHING_FOUND
    if answer.listing and answer.listing.ended == "interrupted":
        return INTERRUPTED
    breaches = any(one.programme.verdict.breaches for one in answer.programmes)
    return BROKEN if answer.breaches or breaches else KEPT


def lines(answer: AlternativesAnswer, here: Path) -> Iterator[str]:
    """Say the answer to a planner.

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
    if answer.breaches:
        yield from (*data_breaches(answer.breaches), "")
    if ending(answer) == FAULT:
        yield "This is a fault of hemicycle, not of the forum's data. Nothing was written."
        yield from section("Solver and judge disagree", answer.faults)
    elif answer.status != "optimal":
        yield _NOTHING[answer.status]
    else:
        yield from _found(answer)
        yield from section("Files", files(answer.files, here))


def _found(answer: AlternativesAnswer) -> Iterator[str]:
    yield one_line(answer.forum.title)
    yield ""
    for number, one in enumerate(answer.programmes, 1):
        yield from folded(f"{number}. {one.apart}", 0)
    yield from ("",) if answer.programmes else ()
    yield from folded(answer.says, 0)
    yield from folded(answer.alike, 0)
    if (
        len(answer.programmes) == 1
        and answer.forum.release
        and not answer.programmes[0].programme.from_scratch
    ):
        release = answer.forum.release.number
        yield from folded(
            f"Release {release} is kept to: a programme that moves more than this one is not as good. "
            "Maybe --from-scratch, which passes over the release.",
            0,
        )


def document(answer: AlternativesAnswer) -> dict[str, Any]:
    """Put the answer into JSON.

    Parameters
    ----------
    answer
        What was found.

    Returns
    -------
    dict
        What JSON can hold.
    """
    found, listing = answer.found, answer.listing
    return {
        "forum": answer.forum.forum,
        "status": answer.status,
        "data-breaches": documents(answer.breaches),
        "programmes": [_programme(one) for one in answer.programmes],
        "proof": found.proof if found else None,
        "known": found.known if found else None,
        "listed": {"count": listing.count, "ended": listing.ended} if listing else None,
        "says": answer.says,
        "alike": answer.alike,
        "files": [str(path) for path in answer.files],
        "faults": list(answer.faults),
    }


def _programme(one: Alternative) -> dict[str, Any]:
    programme = one.programme
    return {
        "apart": one.apart,
        "timetable": json.loads(publish(programme)["timetable.json"]),
        "levels": [{**level.model_dump(mode="json"), "proven": level.proven} for level in programme.levels],
    }
