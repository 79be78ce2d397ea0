"""What ``hemicycle explain`` says of its answer; ``hemicycle schedule`` says the same of the impossible."""

from collections.abc import Iterator
from typing import Any

from scheduler.cli.endings import IMPOSSIBLE, KEPT, NOTHING_FOUND
from scheduler.cli.findings import documents, folded, section, sentence
from scheduler.publishing.plain_words import one_line
from scheduler.use_cases.explain import ExplainAnswer, ExplainedClash

_HEADS = {
    True: "A programme exists: all clauses of tier physical, mandate and practice can stand together.",
    False: "Proven impossible: no programme keeps all clauses of tier physical, mandate and practice.",
    None: "It was not found out in the time given whether a programme exists. Maybe a longer --time-limit.",
}
_TESTED = "verified: together they are impossible; without any one of them a programme exists"
_UNTESTED = "not verified in the time given: it may name more than it has to"


def ending(answer: ExplainAnswer) -> int:
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
    if answer.possible is None:
        return NOTHING_FOUND
    return KEPT if answer.possible else IMPOSSIBLE


def lines(answer: ExplainAnswer) -> Iterator[str]:
    """Say to a planner why no programme exists.

    Parameters
    ----------
    answer
        What was found.

    Yields
    ------
    str
        Lines.
    """
    yield from folded(f"{one_line(answer.forum.title)}. {_HEADS[answer.possible]}", 0)
    yield from section("The forum's own data breaks, whatever the timetable", map(sentence, answer.breaches))
    yield from reasons(answer)


def reasons(answer: ExplainAnswer) -> Iterator[str]:
    """Say what cannot stand together.

    Parameters
    ----------
    answer
        What was found.

    Yields
    ------
    str
        Lines; none where nothing was found.
    """
    for number, clash in enumerate(answer.clashes, 1):
        yield from _clash(clash, number, len(answer.clashes))
    yield from section("Given in each of them", (f"{one}." for one in answer.given))
    if answer.clashes:
        yield from ("", *folded(_how_many(answer), 0))


def _clash(clash: ExplainedClash, number: int, count: int) -> Iterator[str]:
    title = "These cannot stand together" if count == 1 else f"{number}. These cannot stand together"
    members = [f"- {one_line(one.sentence)}." for one in clash.members]
    yield from section(title, members or ["- What is given below, by itself."])
    yield from folded(f"({_TESTED if clash.verified else _UNTESTED})")


def _how_many(answer: ExplainAnswer) -> str:
    if not answer.complete:
        return "There may be more: not everything was looked at."
    return "Nothing else stands in the way." if len(answer.clashes) == 1 else "There are no others."


def document(answer: ExplainAnswer) -> dict[str, Any]:
    """Put the answer into JSON.

    Parameters
    ----------
    answer
        What was found.

    Returns
    -------
    dict
        What JSON can hold; ``possible`` is ``null`` when that was not found out in time.
    """
    return {
        "forum": answer.forum.forum,
        "possible": answer.possible,
        "data-breaches": documents(answer.breaches),
        "clashes": [
            {
                "verified": clash.verified,
                "members": [
                    {"name": one.name, "paragraph": one.paragraph, "sentence": one.sentence}
                    for one in clash.members
                ],
            }
            for clash in answer.clashes
        ],
        "given": list(answer.given),
        "complete": answer.complete,
        "shortages": [one.sentence for one in answer.shortages],
    }
