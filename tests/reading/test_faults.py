"""Every fault in a forum's files is reported with file, line, field, value and a way out."""

from pathlib import Path

import pytest

from tests.reading.small import FILES, problems_of, write

_FAULTS = Path(__file__).parent / "faults"


def _blocks() -> list[str]:
    """Return the faults: a file (@), lines of it (-), what stands there instead (+), what is said (>)."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(_FAULTS.glob("*.txt"))]
    return [block for text in texts for block in text.strip().split("\n\n")]


def _lines(block: str, mark: str) -> str:
    return "\n".join(line[2:] for line in block.split("\n") if line[:1] == mark)


@pytest.mark.parametrize("block", _blocks())
def test_a_fault_is_reported(block: str, tmp_path: Path) -> None:
    name, old, new = (_lines(block, mark) for mark in "@-+")
    assert old in FILES[name]
    found = problems_of(write(tmp_path, **{name: FILES[name].replace(old, new, 1)}))
    said = [f"{problem} | {problem.value}".replace(f"{tmp_path}/", "").rstrip() for problem in found]
    assert said == _lines(block, ">").split("\n")
