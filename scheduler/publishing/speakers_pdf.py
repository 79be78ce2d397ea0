"""``speakers.pdf``: the copy for the podium, typeset from ``templates/speakers.typ``.

Imported text never becomes markup: it is data of the document, which typst reads as JSON.
"""

import json
import re
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Literal

import typst

from scheduler.domain.speakers_plan import SpeakersPlan
from scheduler.publishing.plain_words import spelled
from scheduler.publishing.speakers_rows import Line, MeetingLines
from scheduler.publishing.speakers_words import (
    Head,
    happened,
    impossible,
    level_rows,
    not_listed,
    proof,
    room_rows,
    sentences_before,
)
from scheduler.publishing.wall_times import utc

_TEMPLATE = "speakers.typ"
_STANDARD: Literal["ua-1"] = "ua-1"
"""PDF/UA-1 (ISO 14289-1), which refuses characters that no font has."""
_MISSING = re.compile(r'the text `"(.+?)"` could not be displayed')
_BY_NUMBER = re.compile(r"\\u\{([0-9a-f]+)\}")
_STANDS_IN = "\N{WHITE SQUARE}"
_NOTE = (
    f"This PDF has no letters for some characters: {_STANDS_IN} stands for each, and the party's id behind "
    "its name. speakers.html and speakers.xlsx have the names in full."
)


def pdf(plan: SpeakersPlan, head: Head, meetings: tuple[MeetingLines, ...]) -> bytes:
    """Typeset a list.

    Parameters
    ----------
    plan
        The list with all that is said about it.
    head
        What stands at its head.
    meetings
        Its rows.

    Returns
    -------
    bytes
        A tagged PDF by fonts that come with typst, so that no machine's fonts count. Its only stamp is the
        forum's ``as_of``. It keeps PDF/UA-1, unless a character is in none of the fonts: then squares stand
        in, and the first page says so.
    """
    stamp = int(utc(plan.forum.as_of).timestamp())
    data = _data(plan, head, meetings)
    try:
        return _typeset(data, stamp, _STANDARD)
    except typst.TypstError as error:
        return _typeset(_without(data, _missing(error.diagnostic)), stamp, None)


def _typeset(data: dict[str, Any], stamp: int, standard: Literal["ua-1"] | None) -> bytes:
    # typst takes files by name, as its documentation says; its type hints leave that out
    sources: Any = {
        "main.typ": files("scheduler.publishing").joinpath("templates", _TEMPLATE).read_bytes(),
        "speakers.json": json.dumps(data).encode(),
    }
    return typst.compile(
        sources,
        font_paths=typst.Fonts(include_system_fonts=False),
        ignore_system_fonts=True,
        format="pdf",
        timestamp=stamp,
        pdf_standards=standard,
    )


def _data(plan: SpeakersPlan, head: Head, meetings: tuple[MeetingLines, ...]) -> dict[str, Any]:
    return {
        **head._asdict(),
        "note": "",
        "proof": proof(plan),
        "before": sentences_before(plan),
        "rooms": _texts(room_rows(plan)),
        "wanted": str(plan.wanted),
        "levels": _texts(level_rows(plan)),
        "impossible": tuple(impossible(plan)),
        "meetings": tuple(map(_meeting, meetings)),
        "outcomes": tuple(one._asdict() for one in happened(plan)),
        "left": not_listed(plan),
    }


def _texts(rows: tuple[tuple[object, ...], ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(map(str, row)) for row in rows)


def _meeting(meeting: MeetingLines) -> dict[str, Any]:
    """Leave the reasons out of the rows, so that each is one line high, and put them behind."""
    return {
        "title": meeting.title,
        "about": meeting.about.replace("-", "–"),
        "lines": tuple(map(_row, meeting.lines)),
        "reasons": tuple((str(one.number), one.party, one.remark) for one in meeting.lines if one.remark),
    }


def _row(line: Line) -> dict[str, Any]:
    return {
        **line._asdict(),
        "number": str(line.number),
        "place": str(line.place or ""),
        "plain": str(line.plain or ""),
        "margin": line.margin.replace("-", "–"),
        "reply": spelled(line.reply),
        "is_spoken": line.is_spoken,
    }


def _missing(diagnostic: str) -> tuple[str, ...]:
    """Read from an error which characters no font has; typst writes some of them by their numbers."""
    found = (_BY_NUMBER.sub(_character, one) for one in _MISSING.findall(diagnostic))
    return tuple(sorted(set(found), key=lambda one: (-len(one), one)))


def _character(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))


def _without(data: dict[str, Any], missing: tuple[str, ...]) -> dict[str, Any]:
    """Let squares stand in for characters, and say so."""
    shown: dict[str, Any] = _shown(data, re.compile("|".join(map(re.escape, missing)) or "(?!)"))
    return {**shown, "note": _NOTE}


def _shown(value: Any, missing: re.Pattern[str]) -> Any:
    if isinstance(value, str):
        return missing.sub(_STANDS_IN, value)
    if isinstance(value, tuple):
        return tuple(_shown(one, missing) for one in value)
    return _shown_parts(value, missing) if isinstance(value, dict) else value


def _shown_parts(value: Mapping[str, Any], missing: re.Pattern[str]) -> dict[str, Any]:
    found = {name: _shown(one, missing) for name, one in value.items()}
    if "party" in value and found["party"] != value["party"]:
        found["party"] = f"{found['party']} ({value['id']})"
    return found
