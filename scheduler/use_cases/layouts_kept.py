"""What cells and problems came to in earlier runs, kept by what it was found from, a line each."""

import json
from hashlib import sha256
from importlib import import_module
from os import SEEK_END
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Generic, Self, TypeVar

from pydantic import TypeAdapter

from scheduler.solving import SOLVER_VERSION
from scheduler.version import VERSION

T = TypeVar("T")

_CODE = ("constraints", "scheduler")
_APART = ("cli", "publishing")
"""What only shows what was found."""


def code_digest() -> str:
    """Digest the rules and all else that an answer comes from.

    Returns
    -------
    str
        SHA-256 of the versions of hemicycle and of the solver, and of the code of rules, reading and solving.
    """
    digest = sha256(f"{VERSION} {SOLVER_VERSION}".encode())
    for name in _CODE:
        root = Path(str(import_module(name).__file__)).parent
        for path in sorted(root.rglob("*.py")):
            inner = path.relative_to(root)
            if inner.parts[0] not in _APART:
                digest.update(f"{name}/{inner.as_posix()}\n".encode() + path.read_bytes())
    return digest.hexdigest()


class Kept(Generic[T]):
    """A file of answers, each in a line of its own with a seal, so that a line cut off is no answer.

    Parameters
    ----------
    path
        The file; it and its folder are made when something is kept.
    sort
        The sort of answers.
    version
        What answers depend on besides their keys.
    reading
        Whether what was kept before is used.
    """

    def __init__(self, path: Path, sort: type[T], version: str, *, reading: bool = True) -> None:
        self._path, self._version = path, version
        self._adapter = TypeAdapter(sort)
        self._places = self._found() if reading else {}
        self._file: BinaryIO | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()

    def __contains__(self, key: str) -> bool:
        return self._digest(key) in self._places

    def get(self, key: str) -> T | None:
        """Read an answer.

        Parameters
        ----------
        key
            Digest of what it is found from.

        Returns
        -------
        T or None
            ``None`` where none is kept.
        """
        digest = self._digest(key)
        place = self._places.get(digest)
        if place is None:
            return None
        with self._path.open("rb") as file:
            file.seek(place)
            said = _sealed(file.readline())
        return self._adapter.validate_python(said[1]) if said is not None and said[0] == digest else None

    def put(self, key: str, answer: T) -> None:
        """Keep an answer at once, so that an interrupted run has not been for nothing.

        Parameters
        ----------
        key
            Digest of what it was found from.
        answer
            What came of it.

        Raises
        ------
        OSError
            The file cannot be written.
        """
        digest = self._digest(key)
        file = self._opened()
        said = self._adapter.dump_python(answer, mode="json")
        self._places[digest] = file.seek(0, SEEK_END)  # another run may have kept something there
        file.write(_line(digest, said))
        file.flush()

    def _digest(self, key: str) -> str:
        return sha256(f"{self._version} {key}".encode()).hexdigest()

    def _opened(self) -> BinaryIO:
        """Open the file behind its last line; one that was cut off is ended first."""
        if self._file is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("ab")
            if self._file.tell():
                self._file.write(b"\n")
        return self._file

    def _found(self) -> dict[str, int]:
        found: dict[str, int] = {}
        try:
            with self._path.open("rb") as file:
                place = 0
                for line in file:
                    said = _sealed(line)
                    if said is not None:
                        found[said[0]] = place
                    place += len(line)
        except OSError:
            return {}
        return found


def _line(digest: str, said: Any) -> bytes:
    text = json.dumps([digest, said], sort_keys=True)
    return f"{_seal(text)} {text}\n".encode()


def _seal(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]


def _sealed(line: bytes) -> tuple[str, Any] | None:
    """Read a line; ``None`` where it is damaged."""
    seal, _, text = line.decode(errors="replace").rstrip("\n").partition(" ")
    if seal != _seal(text):
        return None
    digest, said = json.loads(text)
    return digest, said
