"""What tests of timetables share."""

from pathlib import Path

from scheduler.domain.forum import Forum
from tests.reading.small import problems_in

DERIVED = (
    "the file has no agenda for plenary: derived from the forum's data",
    "the agenda of workshop is not judged: the file has none, and the forum's data allows several",
)


def put(tmp_path: Path, name: str, content: str | bytes) -> Path:
    """Write a file and return its path."""
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def refused(path: Path, forum: Forum) -> list[tuple[int | None, str, str]]:
    """Return line, field and sentence of what is wrong with a timetable."""
    return [(one.line, one.field, one.sentence) for one in problems_in(path, forum)]
