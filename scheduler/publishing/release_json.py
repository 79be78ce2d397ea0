"""``release-N.json`` and the facts beside it: plain, a line for each thing, to be read in a comparison."""

import json
from typing import Any

from scheduler.domain.facts import Facts
from scheduler.domain.release import Release
from scheduler.domain.value import Value


def release_document(release: Release, forum: str, timezone: str) -> dict[str, Any]:
    """Put a release into JSON.

    Parameters
    ----------
    release
        The release.
    forum
        Id of its forum.
    timezone
        The forum's zone, in which the times of its meetings are.

    Returns
    -------
    dict
        As its file has it.
    """
    plain = _plain(release)
    head = {"number": release.number, "status": release.status, "released": release.released.isoformat()}
    keys = ("note", "follows", "facts", "acknowledged", "because", "inputs", "uids", "days")
    said = {key: plain[key] for key in keys if plain[key]}
    parts = {key: plain[key] for key in ("meetings", "segments")}
    return {**head, **said, "forum": forum, "timezone": timezone, **parts}


def _plain(value: Value) -> dict[str, Any]:
    return value.model_dump(
        mode="json", by_alias=True, exclude_defaults=False, exclude={"timetable", "timezone"}
    )


def release_bytes(document: dict[str, Any]) -> bytes:
    """Write a release.

    Parameters
    ----------
    document
        From ``release_document``.

    Returns
    -------
    bytes
        JSON in UTF-8, each meeting, segment and id on a line of its own.
    """
    return _text(document, 2).encode()


def facts_bytes(facts: Facts) -> bytes:
    """Write facts.

    Parameters
    ----------
    facts
        What a release was solved from.

    Returns
    -------
    bytes
        JSON in UTF-8, each session, party and clause on lines of its own.
    """
    return _text(facts, 3).encode()


def _text(document: dict[str, Any], depth: int) -> str:
    return "\n".join(_lines(document, depth)) + "\n"


def _lines(value: Any, depth: int) -> list[str]:
    """Write a value, opened up to a depth: what lies deeper stays on its line."""
    if depth == 0 or not value or not isinstance(value, dict | list):
        return [json.dumps(value, ensure_ascii=False)]
    named = isinstance(value, dict)
    entries = value.items() if isinstance(value, dict) else ((None, one) for one in value)
    blocks = [_entry(name, one, depth - 1) for name, one in entries]
    inner = [line for block in blocks[:-1] for line in (*block[:-1], f"{block[-1]},")] + blocks[-1]
    return ["{" if named else "[", *(f"  {line}" for line in inner), "}" if named else "]"]


def _entry(name: str | None, value: Any, depth: int) -> list[str]:
    first, *rest = _lines(value, depth)
    return [first if name is None else f"{json.dumps(name, ensure_ascii=False)}: {first}", *rest]
