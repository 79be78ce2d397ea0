"""What ``hemicycle check`` says of its answer."""

from collections.abc import Iterator
from typing import Any

from scheduler.cli.findings import documents, folded, open_sentence, section, sentence
from scheduler.publishing.grouped_findings import grouped
from scheduler.publishing.heading_words import placeholder_words
from scheduler.use_cases.check import CheckAnswer


def lines(answer: CheckAnswer) -> Iterator[str]:
    """Say the verdict to a planner.

    Parameters
    ----------
    answer
        What the judge found.

    Yields
    ------
    str
        Lines, the last one the verdict as a whole.
    """
    verdict = answer.verdict
    held, all_of_them = len(answer.timetable.placements), len(answer.forum.meetings)
    yield f"{answer.forum.title}: {held} of {all_of_them} meetings are placed."
    yield from folded(placeholder_words(answer.forum), 0) if answer.forum.placeholder else ()
    yield from section("Matched", answer.matches)
    yield from section("Breaches", map(sentence, verdict.breaches))
    yield from section("Charges", map(sentence, verdict.charges))
    yield from section("Open", map(open_sentence, grouped(verdict.opens, answer.forum)))
    yield from section("Not judged", answer.not_judged)
    yield from ("", _conclusion(answer))


def _conclusion(answer: CheckAnswer) -> str:
    charges = answer.verdict.charges
    broken = {(breach.mandate, breach.clause) for breach in answer.verdict.breaches}
    if broken:
        return f"Broken: {_number(len(broken), 'clause')} of tier physical, mandate or practice."
    told = f"{_number(len(charges), 'charge')} on preferences" if charges else "no charge on preferences"
    return f"Kept: no clause of tier physical, mandate or practice is broken; {told}."


def _number(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def document(answer: CheckAnswer) -> dict[str, Any]:
    """Put the verdict into JSON.

    Parameters
    ----------
    answer
        What the judge found.

    Returns
    -------
    dict
        What JSON can hold.
    """
    verdict = answer.verdict
    return {
        "forum": answer.forum.forum,
        "kept": answer.kept,
        "matches": list(answer.matches),
        "breaches": documents(verdict.breaches),
        "charges": documents(verdict.charges),
        "opens": documents(verdict.opens),
        "not-judged": list(answer.not_judged),
    }
