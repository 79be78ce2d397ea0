"""Side events: the slots that a forum has for them, and what organisers ask for."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path as FilePath

from pydantic import ValidationError

from scheduler.domain.clause import Clause, Mandate
from scheduler.domain.forum import Forum
from scheduler.domain.maybe import maybe, natural
from scheduler.domain.side_events import SideEvent, SideEvents, Slot
from scheduler.domain.window import WindowWords
from scheduler.options import Vocabulary, vocabulary
from scheduler.reading.csv_rows import Columns, csv_rows
from scheduler.reading.desk import Desk, Mention
from scheduler.reading.doubles import refuse_doubles
from scheduler.reading.entries import Entry, Known, Place, report, typed
from scheduler.reading.files import Files
from scheduler.reading.forum import Reading
from scheduler.reading.mandates import read_mandate
from scheduler.reading.problems import Problems
from scheduler.reading.sentences import Path
from scheduler.reading.session_checks import parties_known
from scheduler.reading.side_event_slots import NAME, SlotsFile, read_slots
from scheduler.reading.yaml_nodes import Node
from scheduler.rules import Rule, SideEventsPreference, SideEventsRule, activate, find_rule

TABLE = "side-events.csv"
COLUMNS = (
    "side-event",
    "organiser",
    "title",
    "minutes",
    "wishes",
    "size",
    "mode",
    "speakers",
    "asked",
    "url",
    "source",
    "certainty",
)
_NEEDED = ("side-event", "organiser", "title", "minutes", "mode")
_SEVERAL = ("wishes", "speakers")
_MANDATE = "side-events"


@dataclass(frozen=True)
class SideEventsReading:
    """Side events as they were read.

    Parameters
    ----------
    side_events
        Slots and what is asked for.
    rules
        Those of the clauses on side events that are followed.
    inputs
        SHA-256 digests of the files read beside those of the forum.
    mandate
        That on side events, with all its clauses.
    """

    side_events: SideEvents
    rules: tuple[Rule, ...]
    inputs: dict[str, str]
    mandate: Mandate


def read_side_events(folder: FilePath, reading: Reading) -> SideEventsReading | None:
    """Read the slots of a forum and what is asked for; they are no facts of its programme.

    Parameters
    ----------
    folder
        The forum's folder.
    reading
        The forum as it was read from there.

    Returns
    -------
    SideEventsReading or None
        ``None`` where nobody has asked for a slot; the slots themselves are looked at all the same.

    Raises
    ------
    BadData
        With all that is wrong in the files.
    """
    problems, desk = _desk(folder, reading)
    slots = read_slots(desk, reading.forum) if (folder / NAME).exists() else None
    asked = _asked(desk, reading.forum, slots) if (folder / TABLE).exists() else None
    found = _bound(desk, reading, slots) if slots and asked is not None else None
    problems.raise_if_any()
    if found is None or not asked:
        return None
    side_events = found.side_events.replace(side_events=tuple(asked))
    return replace(found, side_events=side_events, inputs=dict(sorted(desk.files.inputs.items())))


def read_slots_clauses(folder: FilePath, reading: Reading) -> SideEventsReading | None:
    """Read the slots of a forum and the clauses on side events, and nothing of what is asked for.

    Parameters
    ----------
    folder
        The forum's folder.
    reading
        The forum as it was read from there.

    Returns
    -------
    SideEventsReading or None
        Without side events; ``None`` where the forum has no slots for any.

    Raises
    ------
    BadData
        With all that is wrong in the slots and the mandate.
    """
    if not (folder / NAME).exists():
        return None
    problems, desk = _desk(folder, reading)
    slots = read_slots(desk, reading.forum)
    found = _bound(desk, reading, slots) if slots else None
    problems.raise_if_any()
    return found


def _desk(folder: FilePath, reading: Reading) -> tuple[Problems, Desk]:
    problems = Problems()
    desk = Desk(folder, problems, Files(problems))
    desk.understand(WindowWords(reading.forum.clock))
    return problems, desk


def _asked(desk: Desk, forum: Forum, slots: SlotsFile | None) -> list[SideEvent]:
    """Read the rows, in the order of their ids."""
    file = desk.table(TABLE)
    if file is None:
        return []
    if not (desk.folder / NAME).exists():
        desk.problems.add(
            file.name, None, "", "", f"there are no slots for side events. Maybe add the file {NAME}"
        )
    entries: list[Entry[SideEvent]] = []
    for line, row in csv_rows(file, Columns(COLUMNS, _NEEDED), desk.problems):
        place = Place(file, Node(line, _nodes(line, row)), partial(_hint, parties_known(forum.parties)))
        side_event = typed(SideEvent, place, desk.problems, desk.words)
        if side_event is not None:
            entries.append(Entry(side_event, place))
            _check(entries[-1], forum, slots.slots if slots else (), desk.problems)
    names = [(one.value.side_event, one.place, ("side-event",)) for one in entries]
    refuse_doubles(names, "side event", desk.problems)
    return sorted((one.value for one in entries), key=lambda one: natural(one.side_event))


def _hint(parties: Known, _: Node, path: Path, words: str) -> str:
    """Say which speaker is meant by what is no id."""
    return parties.hint(words) if path[0] == "speakers" else ""


def _nodes(line: int, row: dict[str, str]) -> dict[str, Node]:
    """Return the cells that are not empty; those that hold several things as lists."""
    nodes = {name: Node(line, cell) for name, cell in row.items() if cell}
    for name in _SEVERAL:
        if name in nodes:
            parts = (part.strip() for part in row[name].split(";"))
            nodes[name] = Node(line, [Node(line, part) for part in parts if part])
    return nodes


def _check(entry: Entry[SideEvent], forum: Forum, slots: Iterable[Slot], problems: Problems) -> None:
    """Check who speaks, and that a slot begins in every wish."""
    one, parties = entry.value, parties_known(forum.parties)
    for number, speaker in enumerate(one.speakers):
        parties.has(speaker, entry.place, ("speakers", number), problems)
    speakers = [(name, entry.place, ("speakers", number)) for number, name in enumerate(one.speakers)]
    refuse_doubles(speakers, "speaker", problems)
    starts = {slot.window.words: slot.window.start for slot in slots}
    for number, wish in enumerate(one.wishes):
        if starts and not any(wish.start <= start < wish.end for start in starts.values()):
            sentence = f"no slot begins in '{wish.words}'.{maybe(wish.words, list(starts))}"
            entry.place.problem(problems, ("wishes", number), wish.words, sentence)


def _bound(desk: Desk, reading: Reading, slots: SlotsFile) -> SideEventsReading | None:
    """Put the slots together with the clauses that are kept."""
    mandate = read_mandate(desk, _MANDATE, Mention(slots.place, ("slots",)))
    if mandate is None:
        return None
    words = vocabulary(reading.forum)
    made = (_rule(desk, words, entry) for entry in mandate.clauses)
    rules = [rule for rule in made if rule is not None]
    rules += [one for one in reading.rules if isinstance(one, SideEventsRule | SideEventsPreference)]
    _check_clauses(slots, rules, desk.problems)
    aside = {one.clause for one in slots.head.set_aside}
    followed = tuple(rule for rule in rules if rule.clause.clause not in aside)
    side_events = SideEvents(
        slots=slots.slots,
        clauses=tuple(rule.clause for rule in rules),
        levels=slots.head.levels,
        set_aside=slots.head.set_aside,
    )
    return SideEventsReading(side_events, followed, {}, mandate.mandate)


def _rule(desk: Desk, words: Vocabulary, entry: Entry[Clause]) -> Rule | None:
    try:
        return activate(entry.value, words)
    except ValidationError as error:
        report(error, find_rule(entry.value.rule).Options, entry.place, desk.problems)
    except ValueError as error:
        entry.place.problem(desk.problems, ("rule",), entry.value.rule, str(error))
    return None


def _check_clauses(slots: SlotsFile, rules: list[Rule], problems: Problems) -> None:
    """Check what is set aside, and that every preference stands in one level."""
    tiers = {rule.clause.clause: rule.clause.tier for rule in rules}
    aside: list[tuple[str, Path]] = [
        (one.clause, ("set-aside", n, "clause")) for n, one in enumerate(slots.head.set_aside)
    ]
    priced: list[tuple[str, Path]] = [
        (name, ("levels", n, m)) for n, level in enumerate(slots.head.levels) for m, name in enumerate(level)
    ]
    for named in (aside, priced):
        refuse_doubles([(name, slots.place, path) for name, path in named], "clause", problems)
    known, left = Known("clause", tiers), {name for name, _ in aside}
    for name, path in aside:
        if known.has(name, slots.place, path, problems) and tiers[name] in ("physical", "mandate"):
            sentence = f"'{name}' is of tier {tiers[name]}: only practice and preference can be set aside"
            slots.place.problem(problems, path, name, f"{sentence}. Maybe delete this entry")
    for name, path in priced:
        if known.has(name, slots.place, path, problems) and (tiers[name] != "preference" or name in left):
            why = "set aside" if name in left else f"of tier {tiers[name]}: only a preference has a price"
            slots.place.problem(problems, path, name, f"'{name}' is {why}. Maybe delete it from the levels")
    wishes = {name for name, tier in tiers.items() if tier == "preference"} - left
    for name in sorted(wishes.difference(chain.from_iterable(slots.head.levels))):
        sentence = f"the preference '{name}' stands in no level. Maybe add it, or set it aside with a reason"
        slots.place.problem(problems, ("levels",), name, sentence)
