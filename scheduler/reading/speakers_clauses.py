"""The clauses on lists of speakers: those of the mandate ``speakers``, beside the folder or bundled."""

from dataclasses import dataclass
from pathlib import Path
from typing import cast

from pydantic import ValidationError

from scheduler.domain.clause import Clause, Mandate
from scheduler.domain.debate import listed_segments
from scheduler.domain.forum import Forum
from scheduler.domain.window import WindowWords
from scheduler.options import vocabulary
from scheduler.reading.before import Bound
from scheduler.reading.desk import Desk, Mention
from scheduler.reading.entries import Entry, Known, report
from scheduler.reading.files import Files
from scheduler.reading.mandates import read_mandate
from scheduler.reading.problems import Problems
from scheduler.rules import Rule, SpeakersPreference, SpeakersRule, activate, find_rule

_MANDATE = "speakers"
_FILE = "sessions.yaml"


@dataclass(frozen=True)
class SpeakersClauses:
    """Rules on lists of speakers, the wishes among them in the order of their levels.

    ``inputs`` are SHA-256 digests of the files read, ``mandate`` has all clauses of the mandate.
    """

    rules: tuple[Rule, ...]
    inputs: dict[str, str]
    mandate: Mandate


def read_speakers_clauses(folder: Path, forum: Forum, own: tuple[Rule, ...] = ()) -> SpeakersClauses:
    """Read the clauses on lists of speakers that a forum follows.

    Parameters
    ----------
    folder
        The forum's folder.
    forum
        The forum; its list of speakers says what is set aside.
    own
        The rules of its other clauses, among which there may be some on lists of speakers.

    Returns
    -------
    SpeakersClauses
        Without those set aside.

    Raises
    ------
    BadData
        The mandate cannot be read, or something is set aside that cannot be.
    """
    problems = Problems()
    desk = Desk(folder, problems, Files(problems))
    desk.understand(WindowWords(forum.clock))
    place = desk.own("forum.yaml")
    mandate = read_mandate(desk, _MANDATE, Mention(place, ("mandates",))) if place else None
    problems.raise_if_any()
    bound = cast("Bound", mandate)
    found = [_rule(desk, forum, entry) for entry in bound.clauses]
    rules = [rule for rule in (*found, *own) if isinstance(rule, SpeakersRule | SpeakersPreference)]
    aside = {name for *_, figures in listed_segments(forum) for name in figures.set_aside}
    _check_aside(aside, [rule.clause for rule in rules], f"{forum.forum}/{_FILE}", problems)
    problems.raise_if_any()
    kept = [rule for rule in rules if rule.clause.clause not in aside]
    inputs = dict(sorted(desk.files.inputs.items()))
    return SpeakersClauses(tuple(sorted(kept, key=_level)), inputs, bound.mandate)


def _level(rule: Rule) -> tuple[int, str]:
    """Put requirements first, and wishes in the order of their levels."""
    return (rule.options.level if isinstance(rule, SpeakersPreference) else 0), rule.clause.clause


def _rule(desk: Desk, forum: Forum, entry: Entry[Clause]) -> Rule | None:
    try:
        return activate(entry.value, vocabulary(forum))
    except ValidationError as error:
        report(error, find_rule(entry.value.rule).Options, entry.place, desk.problems)
    except ValueError as error:
        entry.place.problem(desk.problems, ("rule",), entry.value.rule, str(error))
    return None


def _check_aside(aside: set[str], clauses: list[Clause], file: str, problems: Problems) -> None:
    tiers = {clause.clause: clause.tier for clause in clauses}
    known = Known("clause on lists of speakers", tiers)
    for name in sorted(aside):
        if name not in tiers:
            problems.add(file, None, "set-aside", name, known.sentence(name))
        elif tiers[name] in ("physical", "mandate"):
            sentence = f"'{name}' is of tier {tiers[name]}: only practice and preference can be set aside"
            problems.add(file, None, "set-aside", name, f"{sentence}. Maybe delete it")
