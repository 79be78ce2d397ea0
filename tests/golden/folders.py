"""Copies of the 2022 forum's folder that a test may edit, with the mandates and the venue beside it."""

import shutil
from pathlib import Path

DATA = Path(__file__).parents[2] / "data"
FOLDER = DATA / "imrf-2022"


def copied(to: Path) -> Path:
    """Copy all data below a folder, and return that of the forum."""
    shutil.copytree(DATA, to / "data")
    return to / "data" / "imrf-2022"


def edited(file: Path, *changes: tuple[str, str]) -> None:
    """Replace texts in a file, each of which stands there once."""
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file.name}"
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def without_objective_21(folder: Path) -> Path:
    """Take objective 21 out of round table 2, as it was printed."""
    edited(folder / "sessions.yaml", ("[4, 8, 9, 10, 11, 13, 21]", "[4, 8, 9, 10, 11, 13]"))
    return folder


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Read all files below a folder, by their paths in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
