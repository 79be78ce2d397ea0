"""Interrupt a piece of work at each of its steps on the disk, one after the other."""

import re
import subprocess
import sys
from collections.abc import Iterator
from tempfile import TemporaryFile

_HOOK = """
import ctypes, errno, os, signal, sys
_how, _left, _off = sys.argv[1], [0], []
_STEPS = ("os.mkdir", "os.rename", "os.link", "os.remove", "os.rmdir", "os.chmod", "ctypes.dlsym")
_ERRORS = {"full": errno.ENOSPC, "read-only": errno.EROFS, "denied": errno.EACCES}
_LASTING = ("read-only", "denied")
def _is_step(event, arguments):
    if event != "open":
        return event in _STEPS
    opened = isinstance(arguments[0], int) and _how in _LASTING
    return not opened and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
def _step(event, arguments):
    if _off or not _is_step(event, arguments):
        return
    _left[0] -= 1
    if _left[0] == -1 or (_left[0] < 0 and _how in _LASTING):
        _stop(event, arguments)
def _stop(event, arguments):
    if _how == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if _how == "interrupted":
        raise KeyboardInterrupt
    if event == "ctypes.dlsym" and _how in _LASTING:
        raise AttributeError("the system cannot exchange two folders of which it may change none")
    number, paths = _ERRORS[_how], [one for one in arguments[:2] if isinstance(one, (str, os.PathLike))]
    named = paths[:1] if event == "open" or _how in _LASTING else []
    raise OSError(number, os.strerror(number), *named)
"""
_START = """
for _line in sys.stdin:
    _child = os.fork()
    if not _child:
        break
    print(os.waitstatus_to_exitcode(os.waitpid(_child, 0)[1]), flush=True)
else:
    sys.exit()
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
_left[0] = int(_line)
sys.addaudithook(_step)
"""
"""Each run is a copy of a process that has imported all it needs, so that no run waits for that."""
_END = "\nsys.exit(0 if _left[0] >= 0 else 1)\n"
"""A library may take an error for granted and go on; only a run that met none is through."""

COMMAND = """
import io
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from pathlib import Path
import constraints
from scheduler.cli.command import run
from scheduler.publishing import FORMATS
from scheduler.reading import read_forum
from scheduler.use_cases import release
from scheduler.cli import release_words, schedule_words
for _name in FORMATS.values():
    import_module(f"scheduler.publishing.{_name}")
said, arguments = Path(sys.argv[2]), sys.argv[3:]
read_forum(Path(arguments[1]))
"""
"""Makes ready for a run of the command whose arguments stand behind the file for what it says."""
RUN = """
with redirect_stdout(io.StringIO()) as text, redirect_stderr(text):
    code = run(arguments)
_off.append(True)
said.write_text(f"{code} {text.getvalue()}", encoding="utf-8")
"""
REASONS = {
    "full": "No space left on device",
    "read-only": "Read-only file system",
    "denied": "Permission denied",
}
"""What a disk that takes nothing says, in the words of the system."""


_SENTENCE = (
    r"2 (Cannot write|Cannot use \S+|.* is made, but not its outputs(: \S+)?): {}\."
    r"( Maybe see why: hemicycle schedule \S+)?"
)


def is_sentence(text: str, how: str) -> bool:
    """Tell whether a run has ended with 2 and one sentence that says what the disk does not do, and where."""
    return bool(re.fullmatch(_SENTENCE.format(REASONS[how]), text))


def interruptions(how: str, prepare: str, work: str, *arguments: str) -> Iterator[int]:
    """Run some work again and again, each time interrupted one step later, until it gets through.

    Parameters
    ----------
    how
        What happens at the step: ``killed``, ``interrupted`` or ``full``, at that one; ``read-only`` (the
        disk) or ``denied`` (the permission), at that one and at all after it.
    prepare
        Code that is not interrupted: what the work imports.
    work
        The code; it finds ``arguments`` in ``sys.argv[2:]``, and is left alone after ``_off.append(True)``.

    Yields
    ------
    int
        How often it has been interrupted, each time before the next run.
    """
    code = _HOOK + prepare + _START + work + _END
    with (
        TemporaryFile("w+") as errors,
        subprocess.Popen(
            [sys.executable, "-c", code, how, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        ) as runs,
    ):
        assert runs.stdin
        assert runs.stdout
        for step in range(1000):
            runs.stdin.write(f"{step}\n")
            runs.stdin.flush()
            ended = runs.stdout.readline()
            if ended == "0\n":
                return
            if not ended:
                break
            yield step
        errors.seek(0)
        raise AssertionError(errors.read())
