"""Interrupt a piece of work at each of its steps on the disk, one after the other."""

import subprocess
import sys
from collections.abc import Iterator

_HOOK = """
import errno, os, signal, sys
_how, _last = sys.argv[1], int(sys.argv[2])
_left = [_last]
_STEPS = ("os.mkdir", "os.rename", "os.link", "os.remove", "os.rmdir", "os.chmod", "ctypes.dlsym")
def _step(event, arguments):
    writes = event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if not (writes or event in _STEPS) or _left[0] < 0:
        return
    _left[0] -= 1
    if _left[0] < 0:
        if _how == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        if _how == "interrupted":
            raise KeyboardInterrupt
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
"""
_START = "\nsys.addaudithook(_step)\n"
_END = "\nsys.exit(0 if _left[0] >= 0 else 1)\n"
"""A library may take an error for granted and go on; only a run that met none is through."""


def interruptions(how: str, prepare: str, work: str, *arguments: str) -> Iterator[int]:
    """Run some work again and again, each time interrupted one step later, until it gets through.

    Parameters
    ----------
    how
        ``killed``, ``interrupted`` or ``full``: what happens at the step.
    prepare
        Code that is not interrupted: what the work imports.
    work
        The code; it finds ``arguments`` in ``sys.argv[3:]``.

    Yields
    ------
    int
        How often it has been interrupted, each time before the next run.
    """
    code = _HOOK + prepare + _START + work + _END
    for step in range(1000):
        ended = subprocess.run(
            [sys.executable, "-c", code, how, str(step), *arguments], capture_output=True, check=False
        )
        if ended.returncode == 0:
            return
        yield step
    raise AssertionError(ended.stderr)
