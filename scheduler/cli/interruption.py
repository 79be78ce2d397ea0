"""Ctrl-C, remembered: libraries turn an interruption of their imports into errors of their own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from signal import SIG_IGN, SIGINT, getsignal, signal
from types import FrameType


def listen() -> list[int]:
    """Interrupt the run at Ctrl-C, unless the run was started without it.

    Returns
    -------
    list of int
        Grows by a number at each interruption, whatever becomes of the exception.
    """
    heard: list[int] = []

    def hear(number: int, _frame: FrameType | None) -> None:
        heard.append(number)
        raise KeyboardInterrupt

    if getsignal(SIGINT) is not SIG_IGN:
        signal(SIGINT, hear)
    return heard


@contextmanager
def first_stops(stop: Callable[[], bool]) -> Iterator[None]:
    """Let the first Ctrl-C stop the work with what is found, and only the next one interrupt it.

    Parameters
    ----------
    stop
        Tells whether the work stops; where it cannot, Ctrl-C interrupts it as always.

    Yields
    ------
    None
        While the work is done.
    """
    before = getsignal(SIGINT)

    def hear(number: int, frame: FrameType | None) -> None:
        if not stop() and callable(before):
            before(number, frame)

    if callable(before):
        signal(SIGINT, hear)
    try:
        yield
    finally:
        if callable(before):
            signal(SIGINT, before)
