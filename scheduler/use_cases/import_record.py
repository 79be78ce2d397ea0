"""``imported.json``: what an import wrote, so that the next one knows what a planner changed since."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from scheduler.reading.problems import BadData, Problem

NAME = "imported.json"


@dataclass(frozen=True)
class ImportRecord:
    """An import that was made.

    Parameters
    ----------
    as_of
        When the forum was first imported.
    timezone
        The zone that the planner named; empty where the file had it.
    ids
        By what the file knows sessions, rooms, tracks and people.
    files
        Digests of what was written, by the paths of the files below the folder of forums.
    """

    as_of: str
    timezone: str = ""
    ids: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)


def read_record(folder: Path) -> ImportRecord | None:
    """Read what the last import wrote.

    Parameters
    ----------
    folder
        A forum's folder.

    Returns
    -------
    ImportRecord or None
        ``None`` where the forum was not imported.

    Raises
    ------
    BadData
        The record is not what an import writes.
    """
    path = folder / NAME
    if not path.exists():
        return None
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        return ImportRecord(str(said["as-of"]), str(said["timezone"]), dict(said["ids"]), dict(said["files"]))
    except (ValueError, KeyError, TypeError):
        sentence = "is not what an import has written. Maybe put it back, or import under another name"
        raise BadData((Problem(path.as_posix(), None, "", "", sentence),)) from None


def record_bytes(record: ImportRecord) -> bytes:
    """Write what an import wrote.

    Parameters
    ----------
    record
        The import.

    Returns
    -------
    bytes
        JSON in UTF-8, by key.
    """
    said = {
        "as-of": record.as_of,
        "timezone": record.timezone,
        "files": dict(record.files),
        "ids": dict(record.ids),
    }
    return f"{json.dumps(said, ensure_ascii=False, indent=2)}\n".encode()


def digest(content: bytes) -> str:
    """Return a digest of a file.

    Parameters
    ----------
    content
        Of the file.

    Returns
    -------
    str
        SHA-256 in hexadecimal digits.
    """
    return sha256(content).hexdigest()
