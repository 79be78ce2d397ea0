"""Mandates and their clauses: what is read of them, and where each clause comes from."""

from pydantic import ValidationError

from scheduler.domain.clause import Clause, Mandate
from scheduler.domain.forum import Forum
from scheduler.domain.maybe import natural
from scheduler.options import vocabulary
from scheduler.reading.before import Bound
from scheduler.reading.desk import Desk, Mention
from scheduler.reading.doubles import refuse_doubles
from scheduler.reading.entries import Entry, Place, parts_of, refuse_other_keys, report, typed
from scheduler.reading.head import Head
from scheduler.reading.lacks import Lack, lacks_in, report_lacks
from scheduler.reading.problems import Problems
from scheduler.reading.yaml_nodes import Node
from scheduler.rules import Rule, activate, find_rule, followed

_OWN = frozenset({"clause", "paragraph", "tier", "says", "rule", "source", "certainty"})
"""Keys of a clause; all others are options of its rule."""


def read_mandates(desk: Desk, head: Head) -> list[Bound] | None:
    """Read the mandates that a forum names.

    Parameters
    ----------
    desk
        Reads files and takes problems.
    head
        What ``forum.yaml`` says.

    Returns
    -------
    list of Bound or None
        In the order of ``forum.yaml``; ``None`` after a problem.
    """
    names = head.file.mandates
    places = [(name, head.place, ("mandates", number)) for number, name in enumerate(names)]
    refuse_doubles(places, "mandate", desk.problems)
    found = [
        read_mandate(desk, name, Mention(head.place, ("mandates", names.index(name))))
        for name in dict.fromkeys(names)
    ]
    bound = [one for one in found if one is not None]
    return bound if len(bound) == len(found) else None


def read_mandate(desk: Desk, identifier: str, mention: Mention) -> Bound | None:
    """Read a mandate.

    Parameters
    ----------
    desk
        Reads files and takes problems.
    identifier
        Id of the mandate.
    mention
        Where ``forum.yaml`` names it.

    Returns
    -------
    Bound or None
        With its clauses in the order of their names; ``None`` after a problem.
    """
    place, known = desk.shared("mandate", identifier, mention), len(desk.problems)
    if place is None:
        return None
    seen, before = (place.file.name, place.file.text), desk.changes.before.mandates
    changed = f"mandates/{identifier}" in desk.changes.of
    bound = (None if changed else before.get(seen)) or _bound(desk, place, identifier)
    if bound is None or len(desk.problems) > known:
        return None
    if not changed:
        before.put(seen, bound)
    return bound


def _bound(desk: Desk, place: Place, identifier: str) -> Bound | None:
    head = {key: node for key, node in place.node.value.items() if key != "clauses"}
    mandate = typed(Mandate, Place(place.file, Node(1, head)), desk.problems)
    if mandate is not None and mandate.mandate != identifier:
        sentence = f"'{mandate.mandate}' is not the name of its file. Maybe {identifier}"
        place.problem(desk.problems, ("mandate",), mandate.mandate, sentence)
    entries = _clauses(desk, place, identifier)
    if mandate is None:
        return None
    return Bound(mandate.replace(clauses=tuple(entry.value for entry in entries)), entries)


def read_own_clauses(desk: Desk) -> list[Entry[Clause]] | None:
    """Read ``clauses.yaml``, what the planners of a forum wish beside its mandates.

    Parameters
    ----------
    desk
        Reads files and takes problems.

    Returns
    -------
    list of Entry or None
        In the order of their names, none without such a file; ``None`` after a problem.
    """
    known = len(desk.problems)
    if not (desk.folder / "clauses.yaml").exists():
        return []
    place = desk.own("clauses.yaml")
    if place is None:
        return None
    refuse_other_keys(place, ("clauses",), desk.problems)
    entries = _clauses(desk, place, desk.name)
    return entries if len(desk.problems) == known else None


def _clauses(desk: Desk, place: Place, mandate: str) -> list[Entry[Clause]]:
    entries = []
    for here in parts_of(place, "clauses", desk.problems) or []:
        clause = _clause(here, mandate, desk.problems)
        if clause is not None:
            _check_source(clause, here, desk.problems)
            entries.append(Entry(clause, here))
    return sorted(entries, key=lambda entry: natural(entry.value.clause))


def _clause(place: Place, mandate: str, problems: Problems) -> Clause | None:
    plain = place.node.plain()
    if not isinstance(plain, dict):
        return typed(Clause, place, problems)
    fields = {key: value for key, value in plain.items() if key in _OWN}
    options = {key: value for key, value in plain.items() if key not in _OWN}
    where = f"{place.file.key}:{place.node.line}"
    try:
        return Clause.model_validate({**fields, "options": options, "mandate": mandate, "place": where})
    except ValidationError as error:
        report(error, Clause, place, problems)
    return None


def _check_source(clause: Clause, place: Place, problems: Problems) -> None:
    if clause.tier == "physical" and clause.paragraph:
        sentence = "a clause of tier physical cites no paragraph. Maybe delete the line"
        place.problem(problems, ("paragraph",), clause.paragraph, sentence)
    if clause.tier in ("mandate", "practice") and not (clause.paragraph or clause.source):
        sentence = (
            f"a clause of tier {clause.tier} says where it comes from. Maybe add its paragraph or source"
        )
        place.problem(problems, ("tier",), clause.tier, sentence)


def activate_all(desk: Desk, head: Head, forum: Forum, entries: list[Entry[Clause]]) -> tuple[Rule, ...]:
    """Let each clause's rule read its options.

    Parameters
    ----------
    desk
        Takes unknown rules, and what is wrong with options.
    head
        What ``forum.yaml`` says: it is to blame for names that shared mandates speak of and the
        forum does not have, unless it sets their clauses aside.
    forum
        The forum in which the clauses are active.
    entries
        The clauses of its mandates and its own.

    Returns
    -------
    tuple of Rule
        Those of the clauses that the forum follows, by tier.
    """
    words, rules, lacks = vocabulary(forum), list[Rule](), list[Lack]()
    for entry in entries:
        try:
            rules.append(activate(entry.value, words))
        except ValidationError as error:
            found = [] if entry.value.mandate == forum.forum else lacks_in(error, entry)
            lacks += found
            if not found:
                report(error, find_rule(entry.value.rule).Options, entry.place, desk.problems)
        except ValueError as error:
            entry.place.problem(desk.problems, ("rule",), entry.value.rule, str(error))
    report_lacks(desk, head, lacks, entries)
    return followed(forum, rules)
