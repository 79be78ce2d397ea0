"""The first Ctrl-C stops the work with what is found; the next one interrupts it."""

import os
import signal

import pytest

from scheduler.cli.interruption import first_stops


@pytest.fixture
def handler():
    """Put the handler of the test runner back afterwards."""
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


def press():
    os.kill(os.getpid(), signal.SIGINT)


def test_only_the_second_ctrl_c_interrupts(handler):
    asked, before = [True, False], signal.getsignal(signal.SIGINT)
    with first_stops(lambda: asked.pop(0)):
        press()
        assert asked == [False]
        with pytest.raises(KeyboardInterrupt):
            press()
    assert signal.getsignal(signal.SIGINT) is before


def test_work_that_was_started_without_ctrl_c_stays_so(handler):
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    asked = []
    with first_stops(lambda: asked.append(1)):
        press()
    assert asked == []
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
