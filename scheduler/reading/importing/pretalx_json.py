"""Submissions of pretalx, as its API lists them, with their slots."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from scheduler.domain.foreign_programme import ForeignProgramme
from scheduler.reading.importing.foreign_events import (
    ForeignEvent,
    ForeignEvents,
    ForeignPerson,
    ForeignRoom,
)
from scheduler.reading.importing.foreign_file import ForeignFile
from scheduler.reading.importing.json_words import maps_in, text_of, words_of
from scheduler.reading.importing.programme import MOST_PROBLEMS, programme_of
from scheduler.reading.importing.states import is_off, left_out
from scheduler.reading.importing.times import minutes_of, number_of, wall_time, zone_of
from scheduler.reading.importing.wordings import plain
from scheduler.reading.importing.words import Words
from scheduler.reading.json_nodes import read_json
from scheduler.reading.problems import Problems
from scheduler.reading.sentences import MISSING
from scheduler.reading.yaml_nodes import Node

_EXPAND = (
    "Only the codes or numbers of speakers, types or tracks stand in the file. Maybe ask for more, with "
    "expand=speakers,submission_type,track,slots.room."
)


def looks_like(content: bytes) -> bool:
    """Tell whether a file is JSON of another sort than a schedule.

    Parameters
    ----------
    content
        Its bytes.

    Returns
    -------
    bool
        By its first sign: a list, or a page of one.
    """
    return content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


def read(file: ForeignFile, problems: Problems) -> ForeignProgramme | None:
    """Read submissions.

    Parameters
    ----------
    file
        The file.
    problems
        Takes what is wrong with it.

    Returns
    -------
    ForeignProgramme or None
        ``None`` after a problem.
    """
    text = file.text(problems)
    root = read_json(text, problems) if text else None
    if root is None or not _is_whole(file, root, problems):
        return None
    known = len(problems)
    zone = zone_of(file, words_of(file.name, root), "timezone", problems)
    if zone is None:
        return None
    found, off = ForeignEvents("", zone.key), list[ForeignEvent]()
    for node in _submissions(root):
        found.rooms += _rooms(file, node, problems)
        for event in _events(file, node, zone, problems):
            (off if is_off(words_of(file.name, node)) else found.events).append(event)
        if len(problems) > MOST_PROBLEMS:
            break
    found.noted += [*_by_code(root), *left_out(off)]
    return programme_of(file, found, problems) if len(problems) == known else None


def _is_whole(file: ForeignFile, root: Node, problems: Problems) -> bool:
    """Refuse JSON without submissions, and one page of several."""
    if not _submissions(root):
        sentence = "has neither days of a conference nor submissions under results. Maybe another export"
        problems.add(file.name, root.line, "results", "", sentence)
    following = root.get("next")
    if following is not None and following.value:
        sentence = "is one page of several. Maybe ask for all of them at once, with a larger limit"
        problems.add(file.name, following.line, "next", "", sentence)
        return False
    return bool(_submissions(root))


def _submissions(root: Node) -> list[Node]:
    return maps_in(root if isinstance(root.value, list) else root.get("results"))


def _events(file: ForeignFile, node: Node, zone: ZoneInfo, problems: Problems) -> Iterator[ForeignEvent]:
    """Yield a submission once for each of its slots, and once where it has none."""
    slots = [slot for slot in _slots(node) if words_of(file.name, slot).says("start")]
    words = words_of(file.name, node)
    for slot in slots or [Node(node.line, {})]:
        event = _event(words, node, words_of(file.name, slot), zone, problems)
        if event:
            yield event


def _slots(node: Node) -> list[Node]:
    one = node.get("slot")
    return [one] if one is not None and isinstance(one.value, dict) else maps_in(node.get("slots"))


def _rooms(file: ForeignFile, node: Node, problems: Problems) -> Iterator[ForeignRoom]:
    """Yield the rooms of which slots say more than a name."""
    for room in (slot.get("room") for slot in _slots(node)):
        words = words_of(file.name, room) if room else None
        if words and words.says("name"):
            key = words.says("guid", "uuid", "id") or words.says("name")
            yield ForeignRoom(key, words.says("name"), number_of(words, "capacity", problems))


def _by_code(root: Node) -> list[str]:
    """Say so where speakers, types or tracks are only known by code or number."""
    nodes = _submissions(root)
    speakers = any(isinstance(one.value, str) for node in nodes for one in _items(node.get("speakers")))
    others = any(text_of(node.get(key)).isdigit() for node in nodes for key in ("submission_type", "track"))
    return [_EXPAND] if speakers or others else []


def _items(node: Node | None) -> list[Node]:
    return node.items() if node else []


def _event(words: Words, node: Node, slot: Words, zone: ZoneInfo, problems: Problems) -> ForeignEvent | None:
    known = len(problems)
    title, code = words.says("title"), words.says("code")
    if not title:
        words.problem(problems, "title", f"{MISSING}. Maybe give the submission a title")
    start = wall_time(slot, "start", zone, problems, fits=False) if slot.says("start") else None
    minutes = _minutes(words, slot, zone, problems)
    if minutes is None or len(problems) > known:
        return None
    return ForeignEvent(
        key=code or title,
        wished=code or title,
        title=title,
        line=words.line,
        minutes=minutes,
        kind=words.says("submission_type"),
        track=words.says("track"),
        room=slot.says("room"),
        start=start,
        people=tuple(_people(words.file, node)),
        description=words.says("abstract", "description"),
    )


def _minutes(words: Words, slot: Words, zone: ZoneInfo, problems: Problems) -> int | None:
    """Return how long it lasts: as long as its slot, else as its duration says."""
    if not (slot.says("start") and slot.says("end")):
        return minutes_of(words, "duration", problems)
    start, end = (wall_time(slot, key, zone, problems, fits=False) for key in ("start", "end"))
    if start is None or end is None:
        return None
    return int((end.replace(tzinfo=zone).timestamp() - start.replace(tzinfo=zone).timestamp()) // 60)


def _people(file: str, node: Node) -> Iterator[ForeignPerson]:
    """Yield the speakers, by name where the list has more than their codes."""
    for one in _items(node.get("speakers")):
        words = words_of(file, one)
        code = plain(text_of(one)) if isinstance(one.value, str) else words.says("code")
        name = words.says("name") or code
        if name:
            yield ForeignPerson(code or name, name)
