"""The report's section on the objective."""

from collections.abc import Iterator

from scheduler.domain.programme import Programme
from scheduler.publishing.level_rows import LevelRow, level_rows
from scheduler.publishing.markdown_words import markdown


def level_section(programme: Programme) -> Iterator[str]:
    """Write what each level came to, and where the last release differs.

    Parameters
    ----------
    programme
        What is handed out.

    Yields
    ------
    str
        Lines of Markdown.
    """
    rows = level_rows(programme)
    yield from ("", "## Objective", "")
    if not rows:
        yield "No preference is priced."
        return
    yield from _table(rows, programme)
    for row in rows:
        if row.comparison:
            yield from ("", markdown(row.comparison))


def _table(rows: tuple[LevelRow, ...], programme: Programme) -> Iterator[str]:
    """Yield the table; its last column is there only where there is a release."""
    release = programme.forum.release
    names = ["Level", "Clauses", "Value", "Bound", "Proof"]
    names += [f"Release {release.number}"] if release else []
    yield _line(names)
    yield _line(["---:", "---", "---:", "---:", "---", "---:"][: len(names)])
    for row in rows:
        paid = "-" if row.released is None else str(row.released)
        cells = [str(row.level), _clauses(row), str(row.value), str(row.bound), row.proof, paid]
        yield _line(cells[: len(names)])


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _clauses(row: LevelRow) -> str:
    """Say the clauses of a level, each in its own words."""
    said = (
        f"**{markdown(clause)}** {markdown(says.removesuffix('.'))}".rstrip() for clause, says in row.clauses
    )
    return "; ".join(said)
