"""What another import writes, and what it leaves as a planner changed it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scheduler.use_cases.import_record import ImportRecord, digest


@dataclass(frozen=True)
class Merged:
    """What becomes of the files of an import.

    Parameters
    ----------
    written
        Contents by path below the folder of forums: what is new, or other than before.
    kept
        Paths of files that somebody changed by hand, and that stay as they are.
    lost
        Paths of files that somebody changed by hand, and that the new version of the file changes too.
    """

    written: Mapping[str, bytes]
    kept: tuple[str, ...]
    lost: tuple[str, ...]


def merged(root: Path, files: Mapping[str, bytes], record: ImportRecord | None) -> Merged:
    """Compare what an import writes with what it wrote before and with what is there now.

    Parameters
    ----------
    root
        The folder of forums.
    files
        What is to be written, by path below it.
    record
        What the last import wrote; ``None`` at the first.

    Returns
    -------
    Merged
        A file that only a planner changed is kept; one that nobody changed is written.
    """
    before = record.files if record else {}
    written, kept, lost = dict[str, bytes](), list[str](), list[str]()
    for path, content in files.items():
        there = _digest_at(root / path)
        if there in (before.get(path), digest(content)):
            written[path] = content
        elif digest(content) == before.get(path):
            kept.append(path)
        else:
            lost.append(path)
            written[path] = content
    return Merged(written, tuple(kept), tuple(lost))


def _digest_at(path: Path) -> str | None:
    """Return the digest of what is there; ``None`` where nothing is."""
    return digest(path.read_bytes()) if path.is_file() else None
