"""Ctrl-C, remembered: libraries turn an interruption of their imports into errors of their own."""

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
