"""Files as text, or a problem that says why they are not; with a digest of every file read."""

import re
import stat
from dataclasses import dataclass, field
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path

from scheduler.reading.problems import Problems

MOST_BYTES = 2_000_000
"""The most that a file of text may hold: thousands of sessions or tens of thousands of parties."""

_CONTROL = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class TextFile:
    """A file that was read: ``name`` as the planner gave it, ``key`` the same on every machine."""

    name: str
    key: str
    text: str


@dataclass
class Files:
    """Reads files and remembers what they were.

    Parameters
    ----------
    problems
        Takes what is wrong with a file.
    inputs
        SHA-256 digests of the files that were read, by their keys.
    """

    problems: Problems
    inputs: dict[str, str] = field(default_factory=dict)

    def content(self, path: Path, key: str, most: int = MOST_BYTES) -> bytes | None:
        """Read a file whole.

        Parameters
        ----------
        path
            Where it lies.
        key
            Its name in the record of inputs.
        most
            How many bytes it may hold.

        Returns
        -------
        bytes or None
            ``None`` after a problem: no such file, a folder, no permission, too large.
        """
        fault = _fault(path, most)
        content = b""
        if not fault:
            try:
                content = path.read_bytes()
            except OSError as error:
                fault = f"cannot be read: {error.strerror}"
        if fault:
            self.problems.add(path.as_posix(), None, "", "", fault)
            return None
        self.inputs[key] = sha256(content).hexdigest()
        return content

    def text(self, path: Path, key: str) -> TextFile | None:
        """Read a file of text.

        Parameters
        ----------
        path
            Where it lies.
        key
            Its name in the record of inputs.

        Returns
        -------
        TextFile or None
            ``None`` after a problem: as for ``content``, and what is empty, not UTF-8 or holds
            control characters.
        """
        content = self.content(path, key)
        return None if content is None else as_text(path.as_posix(), key, content, self.problems)


def as_text(name: str, key: str, content: bytes, problems: Problems) -> TextFile | None:
    """Decode a file, whatever spreadsheet or editor wrote it in UTF-8.

    Parameters
    ----------
    name
        The file as the planner gave it.
    key
        Its name in the record of inputs.
    content
        Its bytes.
    problems
        Takes what is wrong with them.

    Returns
    -------
    TextFile or None
        Without a byte order mark; ``None`` after a problem.
    """
    if b"\0" in content:
        line = content[: content.index(b"\0")].count(b"\n") + 1
        problems.add(name, line, "", "", "is not text: it holds a NUL byte. Maybe save it as UTF-8")
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, byte = content[: error.start].count(b"\n") + 1, f"{content[error.start]:#04x}"
        sentence = f"is not UTF-8 text: it holds the byte {byte}. Maybe save it as UTF-8"
        problems.add(name, line, "", byte, sentence)
        return None
    control = _CONTROL.search(text)
    if control:
        line, code = text[: control.start()].count("\n") + 1, f"U+{ord(control[0]):04X}"
        problems.add(name, line, "", code, f"holds the control character {code}. Maybe delete it")
    elif not text.strip():
        problems.add(name, None, "", "", "is empty")
    return None if control or not text.strip() else TextFile(name, key, text)


def holds_control(text: str) -> str | None:
    """Find a character that no file of a forum may hold.

    Parameters
    ----------
    text
        Any text.

    Returns
    -------
    str or None
        The first such character as ``U+0007``; tabs and ends of lines are allowed.
    """
    found = None if text.isprintable() else _CONTROL.search(text) or ("\0" if "\0" in text else None)
    return f"U+{ord(found[0]):04X}" if found else None


def _fault(path: Path, most: int) -> str:
    """Say why a path cannot be read as a file; nothing when it can."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return f"there is no such file{_near(path)}"
    if stat.S_ISDIR(status.st_mode):
        return "is a folder, not a file"
    if not stat.S_ISREG(status.st_mode):
        return "is no regular file"
    if status.st_size > most:
        return f"holds {status.st_size:,} bytes; at most {most:,} are read"
    return ""


def _near(path: Path) -> str:
    """Name a file beside a missing one that is spelled almost like it."""
    try:
        names = sorted(one.name for one in path.parent.iterdir())
    except (OSError, ValueError):
        return ""
    near = get_close_matches(path.name, names, n=1, cutoff=0.8)
    return f". Maybe {near[0]}" if near else ""
