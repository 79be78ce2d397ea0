"""The small forum without a release, and timetables for it."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scheduler.use_cases.release import Order, ReleaseAnswer, release
from tests.reading.small import CHARTER, DOCUMENT, FORUM, MEETINGS, SESSIONS, write

PRACTICE = """\
  - clause: custom/talk-hall
    tier: practice
    says: The talk is in the hall.
    rule: in-room
    source: custom
    sessions: {session: talk}
    rooms: [hall]
"""
WITH_PRACTICE = {"mandates/charter.yaml": CHARTER + PRACTICE}
"""With a clause that the timetable breaks: the talk is in the annex."""


def at(day: int, second: int = 0) -> datetime:
    return datetime(2020, 1, day, 12, 0, second, tzinfo=UTC)


def unreleased(root: Path, **changes: str) -> Path:
    """Return the folder of the small forum, in which nothing has been released."""
    folder = write(root, **changes)
    (folder / "releases/release-1.json").unlink()
    return folder


def plan(root: Path, room: str = "", **places: str) -> Path:
    """Write a timetable by hand: one meeting may be in another room."""
    meetings = [
        {**one, "room": room if one["id"] in places.get("of", "") else one["room"]} for one in MEETINGS
    ]
    path = root / f"plan-{room}.json"
    path.write_text(json.dumps({**DOCUMENT, "meetings": meetings}), encoding="utf-8")
    return path


def released(
    folder: Path, day: int, status: str = "draft", file: Path | None = None, **more: Any
) -> ReleaseAnswer:
    """Release a timetable on a day of January 2030; its outputs go beside the forum."""
    order = Order(status, more.pop("note", ""), at(day), more.pop("reasons", {}))  # type: ignore[arg-type]
    return release(folder, order, file, out(folder), **more)


def out(folder: Path) -> Path:
    return folder.parent / "out"


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def later(folder: Path) -> None:
    """Move the forum by a week."""
    text = FORUM.replace("2030-03-08", "2030-03-15").replace("2030-03-11", "2030-03-18")
    (folder / "forum.yaml").write_text(text.replace("2030-03-12", "2030-03-19"), encoding="utf-8")


def kept(folder: Path, number: int) -> Any:
    """Return a release as its file has it."""
    return json.loads((folder / f"releases/release-{number}.json").read_text(encoding="utf-8"))


def change(path: Path, old: str, new: str) -> None:
    """Change a file that holds some text."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def problem(refused: Any) -> Any:
    """Return the sentence of the only problem."""
    (only,) = refused.value.problems
    return only.sentence


def without_workshop() -> str:
    """Return the sessions without the last one."""
    return SESSIONS.partition("  - session: workshop")[0]


def unsealed(path):
    """Take the seal off a release, so that it may be changed by hand."""
    document = json.loads(path.read_text(encoding="utf-8"))
    document.pop("seal")
    path.write_text(json.dumps(document), encoding="utf-8")
