"""No test of executors can hang: each is stopped after a minute, wherever it waits."""

import signal
from collections.abc import Iterator

import pytest

MOST_SECONDS = 60


def _too_long(_number: int, _frame: object) -> None:
    raise AssertionError(f"it took longer than {MOST_SECONDS} s")


@pytest.fixture(autouse=True)
def no_hanging() -> Iterator[None]:
    before = signal.signal(signal.SIGALRM, _too_long)
    signal.alarm(MOST_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.fixture
def notes(tmp_path):
    """Return an empty file into which the work notes what it begins."""
    file = tmp_path / "notes"
    file.touch()
    return file
