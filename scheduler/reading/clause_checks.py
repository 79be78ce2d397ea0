"""What the clauses of a forum must agree with: one another, and what it sets aside and prices."""

from collections.abc import Iterator

from scheduler.domain.clause import Clause, Tier
from scheduler.reading.desk import Desk
from scheduler.reading.doubles import refuse_doubles
from scheduler.reading.entries import Entry, Known, Place
from scheduler.reading.forum_file import ForumFile
from scheduler.reading.head import Head
from scheduler.reading.problems import Problems
from scheduler.reading.sentences import Path

Tiers = dict[str, Tier]
_LOOSE = ("practice", "preference")


def check_clauses(desk: Desk, head: Head, entries: list[Entry[Clause]]) -> None:
    """Check the clauses against what ``forum.yaml`` says of them.

    Parameters
    ----------
    desk
        Knows the folder and takes what is wrong.
    head
        What ``forum.yaml`` says.
    entries
        The clauses of all mandates and the forum's own.
    """
    file, place, problems = head.file, head.place, desk.problems
    refuse_doubles([(one.value.clause, one.place, ("clause",)) for one in entries], "clause", problems)
    tiers = {entry.value.clause: entry.value.tier for entry in entries}
    tiers.update(_lost(desk, file, tiers))
    _check_aside(file, place, tiers, problems)
    _check_levels(head, tiers, problems)


def _lost(desk: Desk, file: ForumFile, tiers: Tiers) -> Tiers:
    """Say once that the forum's own clauses are not there, and take them for what they must have been."""
    own = desk.folder / "clauses.yaml"
    named = [one.clause for one in file.set_aside] + [name for name, _ in _priced(file)]
    lost = [name for name in dict.fromkeys(named) if name not in tiers]
    if not lost or own.exists():
        return {}
    what = f"forum.yaml names {', '.join(lost)}, which no mandate has"
    sentence = f"there is no such file, and {what}. Maybe put it back, or delete them from forum.yaml"
    desk.problems.add(own.as_posix(), None, "", "", sentence)
    return dict.fromkeys(lost, "preference")


def _check_aside(file: ForumFile, place: Place, tiers: Tiers, problems: Problems) -> None:
    names = [
        (one.clause, place, ("set-aside", number, "clause")) for number, one in enumerate(file.set_aside)
    ]
    refuse_doubles(names, "clause", problems)
    known = Known("clause", tiers)
    for name, _, path in names:
        if known.has(name, place, path, problems) and tiers[name] not in _LOOSE:
            sentence = f"'{name}' is of tier {tiers[name]}: only practice and preference can be set aside"
            place.problem(problems, path, name, f"{sentence}. Maybe delete this entry")


def _check_levels(head: Head, tiers: Tiers, problems: Problems) -> None:
    file, place = head.file, head.place
    priced = list(_priced(file))
    refuse_doubles([(name, place, path) for name, path in priced], "clause", problems)
    aside = {one.clause for one in file.set_aside}
    for number, level in enumerate(file.levels):
        if not level:
            place.problem(problems, ("levels", number), None, "a level is empty. Maybe delete it")
    known = Known("clause", tiers)
    for name, path in priced:
        if known.has(name, place, path, problems) and (tiers[name] != "preference" or name in aside):
            why = "set aside" if name in aside else f"of tier {tiers[name]}: only a preference has a price"
            place.problem(problems, path, name, f"'{name}' is {why}. Maybe delete it from the levels")
    missing = [name for name, tier in tiers.items() if tier == "preference" and name not in aside]
    named = {name for name, _ in priced}.union(*head.first)
    for name in sorted(set(missing) - named):
        sentence = f"the preference '{name}' stands in no level. Maybe add it, or set it aside with a reason"
        place.problem(problems, ("levels",), name, sentence)


def _priced(file: ForumFile) -> Iterator[tuple[str, Path]]:
    for number, level in enumerate(file.levels):
        for position, name in enumerate(level):
            yield name, ("levels", number, position)
