"""The names ``scheduler`` and ``constraints`` are short: nobody else may own them beside us."""

import importlib.util
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from scheduler.cli.endings import BAD

PACKAGES = ("scheduler", "constraints")
_OURS = "hemicycle"
_LISTS = {".dist-info": "RECORD", ".egg-info": "top_level.txt"}


class Neighbour(click.ClickException):
    """Another distribution owns one of our packages."""

    exit_code = BAD


def refuse_neighbours() -> None:
    """Refuse to run where another distribution owns one of our packages.

    Raises
    ------
    Neighbour
        Names the distribution or the folder, and what to do; the exit code is 2.
    """
    for sentence in (*_other_owners(sys.path), *_strangers()):
        raise Neighbour(sentence)


def _other_owners(folders: list[str]) -> Iterator[str]:
    """Yield a sentence for each other distribution that lists a file of one of our packages."""
    for folder in filter(_has_one, dict.fromkeys(folders)):
        for name, listed in _distributions(folder):
            found = b"\n" + listed.replace(b"\r", b"")
            for package in PACKAGES:
                owns = (f"\n{package}{end}".encode() in found for end in ("/", ".py,", "\n"))
                if any(owns):
                    yield _sentence(f"the distribution {name} in {folder}", package)


def _has_one(folder: str) -> bool:
    """Tell whether anything of one of our names lies in a folder; a list of files needs no reading else."""
    names = [name for package in PACKAGES for name in (package, f"{package}.py")]
    return any(os.path.exists(os.path.join(folder, name)) for name in names)  # noqa: PTH110, PTH118


def _distributions(folder: str) -> Iterator[tuple[str, bytes]]:
    """Yield the names of other distributions, and what their lists of files say."""
    try:
        entries = sorted(entry.name for entry in os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        stem, end = os.path.splitext(entry)  # noqa: PTH122  (a Path for each costs as much as the rest)
        name = stem.partition("-")[0]
        if end in _LISTS and name.lower() != _OURS:
            try:
                yield name, Path(folder, entry, _LISTS[end]).read_bytes() + b"\n"
            except OSError:
                continue


def _strangers() -> Iterator[str]:
    """Yield a sentence when our packages are not found side by side."""
    here = Path(__file__).resolve().parents[2]
    for package in PACKAGES:
        found = importlib.util.find_spec(package)
        origin = Path(found.origin).resolve() if found and found.origin else None
        if origin != here / package / "__init__.py":
            yield _sentence(str(origin or "nothing"), package)


def _sentence(owner: str, package: str) -> str:
    return (
        f"{owner} stands where hemicycle has its package '{package}', so that neither can be relied on. "
        "Maybe install hemicycle in a virtual environment of its own"
    )
