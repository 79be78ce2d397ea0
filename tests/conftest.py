"""What all tests have in common."""

import sys
import threading
from collections.abc import Generator

import pytest


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Trace nothing in tests that are marked ``no_cover``.

    In a process of its own pytest-cov starts to count twice, and then pauses only once.
    """
    if item.get_closest_marker("no_cover") is None:
        return (yield)
    tracers = sys.gettrace(), threading.gettrace()
    sys.settrace(None)
    threading.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracers[0])
        threading.settrace(tracers[1])
