"""The pages of the documentation, as steps that a test can take.

Every fenced block of a page is a step. A block of another language than ``console`` says in the comment
before it what is done with it: it is a part of a file, it is a new file, it changes a file, or it is deleted
in a file.
"""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOW_TO = sorted((ROOT / "docs" / "how-to").glob("*.md"))
_COMMENT = re.compile(r"<!-- (.*) -->")


@dataclass(frozen=True)
class Step:
    """A fenced block with the comment before it, and the line in which it begins."""

    line: int
    language: str
    remark: str
    text: str


@dataclass(frozen=True)
class Section:
    """A part of a page below one heading: its steps begin with a fresh copy of ``data/``."""

    page: Path
    heading: str
    steps: tuple[Step, ...]

    def __str__(self) -> str:
        return f"{self.page.stem}: {self.heading}"


def sections(page: Path) -> list[Section]:
    """Divide a page into the sections that hold blocks."""
    found: list[tuple[str, list[Step]]] = [(page.stem, [])]
    remark, block = "", None
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        if block is not None:
            if line == "```":
                first, language, lines = block
                found[-1][1].append(Step(first, language, remark, "".join(lines)))
                remark, block = "", None
            else:
                block[2].append(f"{line}\n")
        elif line.startswith("```"):
            block = number, line[3:], []
        elif line.startswith("## "):
            found.append((line[3:], []))
        elif line:
            comment = _COMMENT.fullmatch(line)
            remark = comment[1] if comment else ""
    assert block is None, f"{page.name}: the block of line {block[0]} does not end"
    return [Section(page, heading, tuple(steps)) for heading, steps in found if steps]
