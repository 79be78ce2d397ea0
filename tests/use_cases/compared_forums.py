"""Forums on the disk whose programmes are compared, and what is read off the answer."""

import shutil
from pathlib import Path

from scheduler.publishing.comparison_values import Row
from scheduler.use_cases.compare import CompareAnswer
from tests.reading.small import FORUM, SESSIONS, write

from .two_releases import document

ONE, TWO, OUT = "data/small-2030@1", "data/small-2030@2", "outputs/small-2030"
LISTED = SESSIONS.partition("    segments:\n      - {segment: first")[0].replace(
    "        title: Debate\n",
    "        title: Debate\n        list-of-speakers: {change-over-seconds: 30, certainty: assumption}\n",
)
"""With a list of speakers, and without an agenda of the workshop: all others are known."""


def other_forum(folder: Path, name: str = "other-2034", **changes: str) -> None:
    """Write another forum, whose release is as the first one of the small forum."""
    files = {
        "small-2030/forum.yaml": FORUM.replace("small-2030", name),
        "small-2030/sessions.yaml": LISTED,
        "small-2030/releases/release-1.json": None,
    }
    write(folder / "aside", **(files | changes))
    shutil.rmtree(folder / "data" / name, ignore_errors=True)
    (folder / "aside" / "small-2030").rename(folder / "data" / name)
    (folder / f"{name}.json").write_text(document(forum=name))


def rows(answer: CompareAnswer) -> dict[str, Row]:
    return {row.id: row for row in answer.comparison.rows}


def values(answer: CompareAnswer, name: str) -> tuple[int | None, ...]:
    return rows(answer)[name].values
