"""Write the tables of the mandate handbook, between the marks that its text has for them."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from scheduler.domain.clause import Clause
from scheduler.reading import read_forum

HERE = Path(__file__).resolve().parent
PAGE = HERE / "mandate-handbook.md"
FORUM = HERE.parent / "data" / "imrf-2022"
_MARKS = re.compile(r"(<!-- clauses of (\S+), by `make docs` -->\n).*?(<!-- end -->)", re.DOTALL)
_HEADS = {
    "paragraph": ("Paragraph", "Clause", "Tier", "What it says", "Rule", "Certainty"),
    "source": ("Clause", "Tier", "What it says", "Rule", "Source", "Certainty"),
    "plain": ("Clause", "What it says", "Rule"),
}


def handbook() -> str:
    """Write the handbook again, with the clauses as the mandates have them now.

    Returns
    -------
    str
        CommonMark with the tables of GitHub; the text around the tables stays as it is.
    """
    mandates = {one.mandate: one.clauses for one in read_forum(FORUM).forum.mandates}
    text = PAGE.read_text(encoding="utf-8")
    return _MARKS.sub(lambda mark: f"{mark[1]}\n{_table(mandates[mark[2]])}\n{mark[3]}", text)


def _table(clauses: tuple[Clause, ...]) -> str:
    sort = _sort(clauses)
    heads = _HEADS[sort]
    lines = [_line(heads), _line("---" for _ in heads), *(_line(_cells(one, sort)) for one in clauses)]
    return "".join(f"{line}\n" for line in lines)


def _sort(clauses: tuple[Clause, ...]) -> str:
    """Choose the columns that say where the clauses come from."""
    if any(clause.paragraph for clause in clauses):
        return "paragraph"
    return "source" if any(clause.source for clause in clauses) else "plain"


def _cells(clause: Clause, sort: str) -> Iterator[str]:
    name, rule = f"`{clause.clause}`", f"[{clause.rule}](rules.md#{clause.rule})"
    says, certainty = _one_line(clause.says), clause.certainty or "-"
    if sort == "paragraph":
        yield from (clause.paragraph or "-", name, clause.tier, says, rule, certainty)
    elif sort == "source":
        yield from (name, clause.tier, says, rule, _one_line(clause.source), certainty)
    else:
        yield from (name, says, rule)


def _one_line(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
