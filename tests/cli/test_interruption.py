"""Ctrl-C ends a run with one sentence, whatever a library makes of it."""

import os
import signal

import pytest

from scheduler.cli import command
from scheduler.cli.interruption import listen


@pytest.fixture
def handler():
    """Put the handler of the test runner back afterwards."""
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


def test_an_interruption_is_heard(handler):
    heard = listen()
    with pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGINT)
    assert heard == [signal.SIGINT]


def test_a_run_that_was_started_without_it_stays_so(handler):
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    heard = listen()
    os.kill(os.getpid(), signal.SIGINT)
    assert heard == []


def test_an_error_that_a_library_makes_of_it_is_no_fault_of_ours(monkeypatch, capsys):
    def failing(*_arguments, **_more):
        raise ImportError("initialization failed")

    monkeypatch.setattr(command.hemicycle, "main", failing)
    assert command.run(["rules"], [signal.SIGINT]) == 130
    assert capsys.readouterr().err == "Interrupted; no file is half written.\n"
