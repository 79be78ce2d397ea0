"""What ``hemicycle roll-forward`` says."""

import json
from collections.abc import Iterator
from typing import Any

from scheduler.cli.findings import folded, section
from scheduler.publishing.plain_words import one_line
from scheduler.use_cases.mandate_difference import ClauseChange, FieldChange, MandateChange
from scheduler.use_cases.roll_forward import RollForward

_NOTHING = "nothing"


def lines(answer: RollForward) -> Iterator[str]:
    """Say to a planner what carries over.

    Parameters
    ----------
    answer
        Two editions compared.

    Yields
    ------
    str
        Lines.
    """
    yield from folded(f"From {one_line(answer.before.title)} to {one_line(answer.now.title)}.", 0)
    yield from section("What carries over", answer.carried or ("Nothing.",))
    yield from section("What has to be decided again", answer.to_decide or ("Nothing: all is decided.",))
    yield from section("What is otherwise", answer.otherwise or ("Nothing.",))
    for one in answer.mandates:
        yield from section(_title(one), map(_clause, one.changes) if one.changes else (_unchanged(one),))


def _title(change: MandateChange) -> str:
    before, now = change.before, change.now
    if before is None:
        return f"Mandate {now.mandate if now else ''}, which is new"
    if now is None:
        return f"Mandate {before.mandate}, which is no longer followed"
    if before.mandate == now.mandate:
        return f"Mandate {now.mandate}"
    return f"Mandate {now.mandate}, in the place of {before.mandate}"


def _unchanged(change: MandateChange) -> str:
    return f"No clause differs: {change.same} {'is' if change.same == 1 else 'are'} the same."


def _clause(change: ClauseChange) -> str:
    clause = change.clause
    cited = f" ({clause.citation})" if clause.paragraph else ""
    head = f"{clause.clause}{cited} is {change.kind}"
    if change.kind == "changed":
        return f"{head}: {'; '.join(map(_field, change.fields))}"
    return f"{head}: {clause.says}"


def _field(change: FieldChange) -> str:
    return f"{change.field} is {_said(change.now)} instead of {_said(change.before)}"


def _said(value: Any) -> str:
    if value in (None, "", [], ()):
        return _NOTHING
    if isinstance(value, dict):
        return " ".join(f"{key} {_said(part)}" for key, part in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(map(_said, value))
    return f'"{value}"' if " " in str(value) else str(value)


def document(answer: RollForward) -> dict[str, Any]:
    """Put two editions compared into JSON.

    Parameters
    ----------
    answer
        Two editions compared.

    Returns
    -------
    dict
        What JSON can hold.
    """
    return {
        "before": answer.before.forum,
        "now": answer.now.forum,
        "carries-over": list(answer.carried),
        "to-decide": list(answer.to_decide),
        "otherwise": list(answer.otherwise),
        "mandates": [_mandate(one) for one in answer.mandates],
    }


def _mandate(change: MandateChange) -> dict[str, Any]:
    return {
        "before": change.before.mandate if change.before else None,
        "now": change.now.mandate if change.now else None,
        "same": change.same,
        "clauses": [_clause_document(one) for one in change.changes],
    }


def _clause_document(change: ClauseChange) -> dict[str, Any]:
    clause = change.clause
    fields = [{"field": one.field, "before": one.before, "now": one.now} for one in change.fields]
    return {
        "clause": clause.clause,
        "paragraph": clause.paragraph,
        "change": change.kind,
        "says": clause.says,
        "fields": json.loads(json.dumps(fields)),
    }
