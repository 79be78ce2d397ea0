"""The report's sections on clauses: kept, broken, charged, open, set aside, and what they rest on."""

from collections.abc import Iterable, Iterator

from scheduler.domain.clause import Clause
from scheduler.domain.forum import SetAside
from scheduler.domain.programme import Programme
from scheduler.domain.verdict import Charge, Finding
from scheduler.publishing.assumptions import assumptions, sources
from scheduler.publishing.grouped_findings import OpenGroup, grouped
from scheduler.publishing.kept_clauses import KeptParagraph, kept_by_paragraph
from scheduler.publishing.markdown_words import markdown
from scheduler.publishing.moves import other_charges


def clause_sections(programme: Programme) -> Iterator[str]:
    """Write everything that is said of clauses.

    Parameters
    ----------
    programme
        What is handed out.

    Yields
    ------
    str
        Lines of Markdown.
    """
    forum, verdict = programme.forum, programme.verdict
    says = {clause.clause: clause for clause in forum.all_clauses}
    yield from _section("Clauses kept", _kept(kept_by_paragraph(programme)))
    yield from _section("Breaches", map(_finding, verdict.breaches))
    yield from _section("Charges", map(_charge, other_charges(programme)))
    yield from _section("Open points", map(_open, grouped(verdict.opens, forum)))
    yield from _section("Clauses set aside", (_aside(one, says) for one in forum.set_aside))
    yield from _section("Assumptions", (f"- {markdown(one)}" for one in assumptions(forum)))
    yield from _section("Sources", (_source(*one) for one in sources(forum).items()))


def _section(title: str, items: Iterable[str]) -> Iterator[str]:
    yield from ("", f"## {title}", "")
    yield from list(items) or ["None."]


def _kept(paragraphs: tuple[KeptParagraph, ...]) -> Iterator[str]:
    """Yield the paragraphs below their mandates, and the clauses below their paragraphs."""
    mandate = ""
    for group in paragraphs:
        if group.mandate != mandate:
            mandate = group.mandate
            yield f"- **{markdown(group.title)}**"
        yield f"  - {markdown(group.citation)}"
        yield from (_kept_clause(clause) for clause in group.clauses)


def _kept_clause(clause: Clause) -> str:
    return f"    - {markdown(clause.clause)} ({clause.tier}): {markdown(clause.says)}"


def _finding(finding: Finding) -> str:
    return f"- {_cited(finding)}: {markdown(finding.sentence)}"


def _cited(finding: Finding) -> str:
    cited = f"paragraph {finding.paragraph}" if finding.paragraph else "no paragraph"
    return f"**{markdown(finding.clause)}** ({finding.tier}, {markdown(finding.mandate)}, {markdown(cited)})"


def _open(group: OpenGroup) -> str:
    return f"- {'; '.join(map(_cited, group.clauses))}: {markdown(group.sentence)}"


def _charge(charge: Charge) -> str:
    return f"{_finding(charge)} (price {charge.price})"


def _aside(aside: SetAside, clauses: dict[str, Clause]) -> str:
    clause = clauses.get(aside.clause)
    says = f"{markdown(clause.says)} " if clause else ""
    return f"- **{markdown(aside.clause)}**: {says}Set aside because: {markdown(aside.because)}"


def _source(source: str, subjects: tuple[str, ...]) -> str:
    return f"- {markdown(source)}: {markdown(', '.join(subjects))}"
