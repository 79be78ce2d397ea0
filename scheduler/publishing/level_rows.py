"""The levels of the objective in rows, for the report and the command line."""

from dataclasses import dataclass

from scheduler.domain.programme import LevelResult, Programme
from scheduler.publishing.plain_words import one_line


@dataclass(frozen=True)
class LevelRow:
    """What one level came to; ``clauses`` says each preference in its own words."""

    level: int
    clauses: tuple[tuple[str, str], ...]
    value: int
    bound: int
    proof: str
    released: int | None
    comparison: str


def level_rows(programme: Programme) -> tuple[LevelRow, ...]:
    """Say what each level of the objective came to.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    tuple of LevelRow
        In the order in which levels are minimised.
    """
    says = {clause.clause: one_line(clause.says) for clause in programme.forum.all_clauses}
    rows, above = [], True
    for level in sorted(programme.levels, key=lambda one: one.level):
        rows.append(_row(level, says, programme, above))
        above = above and level.proven
    return tuple(rows)


def _row(level: LevelResult, says: dict[str, str], programme: Programme, above: bool) -> LevelRow:
    return LevelRow(
        level=level.level,
        clauses=tuple((clause, says.get(clause, "")) for clause in level.clauses),
        value=level.value,
        bound=level.bound,
        proof=_proof(level, above),
        released=level.released,
        comparison=_comparison(level, programme),
    )


def _proof(level: LevelResult, above: bool) -> str:
    """Say what is proven; below a level that is not, it only holds while that one stays as it is."""
    if not level.proven:
        return "not proven"
    return "proven" if above else "proven only for the levels above as they are"


def _comparison(level: LevelResult, programme: Programme) -> str:
    """Say where the timetable is better or worse than the last release; empty where it is equal."""
    release = programme.forum.release
    if level.released is None or release is None or level.released == level.value:
        return ""
    word = "better" if level.value < level.released else "worse"
    return (
        f"At level {level.level} this timetable is {word} than release {release.number} "
        f"by {abs(level.value - level.released)}: it pays {level.value}, the release pays {level.released}."
    )
