"""What is counted of several programmes, in rows: broken clauses, levels of the objective, criteria."""

from collections.abc import Iterator, Mapping, Sequence

from scheduler.domain.clause import Clause
from scheduler.domain.criteria import CRITERIA
from scheduler.publishing.comparison_values import Row
from scheduler.use_cases.compare_costs import Costs, LevelCost, LevelKey

Measured = tuple[Mapping[str, int | None], Costs | None]
"""A programme by all criteria, and what it pays; ``None`` where nobody knows its forum."""


def rows_of(measured: Sequence[Measured]) -> tuple[Row, ...]:
    """Put what was measured of programmes side by side.

    Parameters
    ----------
    measured
        One for each programme.

    Returns
    -------
    tuple of Row
        Broken clauses, then levels in the order in which they are minimised, then criteria. Levels of two
        forums stand in one row where their clauses have the same names, rules and options.
    """
    return (_breaches(measured), *_levels(measured), *_criteria(measured))


def _breaches(measured: Sequence[Measured]) -> Row:
    values = tuple(
        len(costs.breaches) if costs and (costs.is_whole or costs.breaches) else None for _, costs in measured
    )
    nothing = (False,) * len(values)
    return Row("breaches", "breaches", "Clauses broken", "times", "less", values, nothing)


def _levels(measured: Sequence[Measured]) -> Iterator[Row]:
    paid = [{level.key: level for level in costs.levels} if costs else None for _, costs in measured]
    for key in _merged([list(levels or ()) for levels in paid]):
        own = [levels.get(key) if levels is not None else None for levels in paid]
        clauses = next(level.clauses for level in own if level)
        absent = tuple(levels is not None and key not in levels for levels in paid)
        yield _level(clauses, own, absent)


def _level(clauses: tuple[Clause, ...], own: Sequence[LevelCost | None], absent: tuple[bool, ...]) -> Row:
    name = "; ".join(clause.clause for clause in clauses)
    values = tuple(level.value if level else None for level in own)
    says = tuple(clause.says for clause in clauses)
    return Row(name, "level", name, "", "less", values, absent, says)


def _merged(orders: Sequence[Sequence[LevelKey]]) -> list[LevelKey]:
    """Merge the levels of forums into the order of the first, with others beside their neighbours."""
    merged: list[LevelKey] = []
    for order in orders:
        behind = next((merged.index(key) for key in order if key in merged), len(merged))
        for key in order:
            if key not in merged:
                merged.insert(behind, key)
            behind = merged.index(key) + 1
    return merged


def _criteria(measured: Sequence[Measured]) -> Iterator[Row]:
    nothing = (False,) * len(measured)
    for one in CRITERIA.values():
        values = tuple(found[one.id] for found, _ in measured)
        yield Row(one.id, "criterion", one.title, one.unit, one.better, values, nothing)


def order_of(rows: Sequence[Row], letters: str) -> Iterator[str]:
    """Say which programmes are better by their levels, of which the earlier counts before all later ones.

    Parameters
    ----------
    rows
        Of a comparison.
    letters
        What the programmes are called.

    Yields
    ------
    str
        A sentence for every programme but the first, unless a level that is not known, or that only one of
        the two forums has, comes before the first difference.
    """
    levels = [row for row in rows if row.sort == "level"]
    for other in range(1, len(letters) if levels else 1):
        yield from _between(levels, letters, other)


def _between(levels: Sequence[Row], letters: str, other: int) -> Iterator[str]:
    """Compare one programme with the first, as far as what both pay is known and of the same levels."""
    for row in levels:
        paid, pays = row.values[0], row.values[other]
        if row.absent[0] and row.absent[other]:
            continue
        if paid is None or pays is None:
            return
        if paid != pays:
            better, worse = sorted(((paid, letters[0]), (pays, letters[other])))
            sentence = f"{better[1]} is better than {worse[1]} by the levels"
            yield f"{sentence}: it pays {better[0]} at {row.title}, not {worse[0]}"
            return
    yield f"{letters[0]} and {letters[other]} pay the same at every level"
