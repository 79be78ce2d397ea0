"""What ``hemicycle explain`` says of its answer; ``hemicycle schedule`` says the same of the impossible."""

from collections.abc import Iterator
from typing import Any

from scheduler.cli.endings import IMPOSSIBLE, KEPT, NOTHING_FOUND
from scheduler.cli.findings import documents, folded, section, sentence
from scheduler.publishing.plain_words import one_line
from scheduler.use_cases.explain import ClashMember, ExplainAnswer, ExplainedClash

_HEADS = {
    True: "A programme exists: all clauses of tier physical, mandate and practice can stand together.",
    False: "Proven impossible: no programme keeps all clauses of tier physical, mandate and practice.",
    None: "It was not found out in the time given whether a programme exists. Maybe a longer --time-limit.",
}
_BROKEN = "No programme can be made: the forum's own data breaks what is never relaxed."
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
    only_data = answer.breaches and not (answer.clashes or answer.shortages)
    head = _BROKEN if only_data else _HEADS[answer.possible]
    yield from folded(f"{one_line(answer.forum.title)}. {head}", 0)
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
    members = [line for one in clash.members for line in member_lines(one)]
    yield from section(title, members or ["- What is given below, by itself."])
    yield from folded(f"({_TESTED if clash.verified else _UNTESTED})")


def member_lines(member: ClashMember) -> Iterator[str]:
    """Say a member, and the facts that a clause goes by on lines of their own.

    Parameters
    ----------
    member
        Of a clash.

    Yields
    ------
    str
        Sentences.
    """
    yield f"- {one_line(member.alone)}."
    yield from (f"  with: {one_line(one)}." for one in member.grounds)


def member_document(member: ClashMember) -> dict[str, str]:
    """Put a member into JSON.

    Parameters
    ----------
    member
        Of a clash.

    Returns
    -------
    dict
        Its name, paragraph and sentence.
    """
    return {"name": member.name, "paragraph": member.paragraph, "sentence": member.sentence}


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
                "members": [member_document(one) for one in clash.members],
            }
            for clash in answer.clashes
        ],
        "given": list(answer.given),
        "complete": answer.complete,
        "shortages": [one.sentence for one in answer.shortages],
    }
