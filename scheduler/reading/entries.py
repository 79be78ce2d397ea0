"""Values that were read, each with the place in its file."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from scheduler.domain.maybe import called, folded, maybe, natural
from scheduler.domain.value import Value
from scheduler.reading.files import TextFile
from scheduler.reading.problems import Problems
from scheduler.reading.sentences import MISSING, Path, faults
from scheduler.reading.yaml_nodes import Node

V = TypeVar("V", bound=Value)


@dataclass(frozen=True)
class Spot:
    """A place in a file: line, the key nearest to it, and the part of the path that leads there."""

    line: int
    field: str
    path: Path


NodeHints = Callable[[Node, Path, str], str]
"""Says which known name may be meant by a text at a path of a part: ``" Maybe …"``, or nothing."""


@dataclass(frozen=True)
class Place:
    """Where something stands: a file and a part of it, and what names in it may mean."""

    file: TextFile
    node: Node
    hints: NodeHints | None = None

    def spot(self, path: Path) -> Spot:
        """Follow a path as far as it leads.

        Parameters
        ----------
        path
            Keys and numbers; steps that lead nowhere, such as names of types, are passed over.

        Returns
        -------
        Spot
            Where the last step lies that leads somewhere, with the last key on the way.
        """
        node, taken = self.node, []
        for step in path:
            inner = _step(node, step)
            if inner is not None:
                node = inner
                taken.append(step)
        keys = [step for step in taken if isinstance(step, str)]
        return Spot(node.line, keys[-1] if keys else "", tuple(taken))

    def problem(self, problems: Problems, path: Path, value: object, sentence: str) -> None:
        """Note a problem with a part.

        Parameters
        ----------
        problems
            Takes it.
        path
            Leads to the part.
        value
            What stands there.
        sentence
            What is wrong with it, and what would be right.
        """
        spot = self.spot(path)
        last = path[-1] if path else ""
        missing = sentence.startswith(MISSING) and isinstance(last, str)
        problems.add(self.file.name, spot.line, str(last) if missing else spot.field, value, sentence)


def _step(node: Node, step: str | int) -> Node | None:
    if isinstance(step, str):
        return node.get(step)
    parts = node.items()
    return parts[step] if step < len(parts) else None


@dataclass(frozen=True)
class Entry(Generic[V]):
    """A value with its place."""

    value: V
    place: Place


@dataclass(frozen=True)
class Known:
    """The names that there are of a sort of thing, and their titles where people know them by those."""

    what: str
    names: Collection[str]
    titles: Mapping[str, str] = field(default_factory=dict)

    def hint(self, name: str) -> str:
        """Say what is meant by a name.

        Parameters
        ----------
        name
            A title, or a name that is not known.

        Returns
        -------
        str
            ``" Maybe …"``; nothing where there is no such thing at all.
        """
        meant = called(self.titles).get(folded(name))
        return f" Maybe {meant}" if meant else maybe(name, sorted(self.names, key=natural))

    def sentence(self, name: str) -> str:
        """Say that there is no such thing, and what may be meant.

        Parameters
        ----------
        name
            A name that is not known.

        Returns
        -------
        str
            Without a full stop.
        """
        hint = self.hint(name)
        return f"there is no {self.what} '{name}'" + (f".{hint}" if hint else "")

    def has(self, name: str, place: Place, path: Path, problems: Problems) -> bool:
        """Tell whether a name is known, and note a problem when it is not.

        Parameters
        ----------
        name
            What a file says.
        place, path
            Where it says it.
        problems
            Takes an unknown name.

        Returns
        -------
        bool
            True when there is such a thing.
        """
        if name not in self.names:
            place.problem(problems, path, name, self.sentence(name))
        return name in self.names


def typed(cls: type[V], place: Place, problems: Problems, words: Any = None, **more: Any) -> V | None:
    """Type a part of a file.

    Parameters
    ----------
    cls
        The class wanted.
    place
        The part: a map of keys and values.
    problems
        Takes what is wrong with it.
    words
        Context of the typing, with which windows are read.
    **more
        Fields that stand elsewhere.

    Returns
    -------
    Value or None
        ``None`` after a problem.
    """
    plain = place.node.plain()
    if isinstance(plain, dict):
        plain.update(more)
    try:
        return cls.model_validate(plain, context=words)
    except ValidationError as error:
        report(error, cls, place, problems)
    return None


def report(error: ValidationError, cls: type[Value], place: Place, problems: Problems) -> None:
    """Note all that the typing of a part found.

    Where a value may be of two sorts and is of neither, only the finding that goes deepest is
    noted.

    Parameters
    ----------
    error
        What the typing found.
    cls
        The class wanted.
    place
        The part.
    problems
        Takes what is wrong.
    """
    found: dict[Path, tuple[object, str]] = {}
    hints = partial(place.hints, place.node) if place.hints else None
    for path, value, sentence in faults(error, cls, hints):
        lies = path if sentence == MISSING else place.spot(path).path
        found.setdefault(lies, (value, sentence))
    for path, (value, sentence) in found.items():
        if not any(other[: len(path)] == path and other != path for other in found):
            place.problem(problems, path, value, sentence)


def parts_of(place: Place, key: str, problems: Problems) -> list[Place] | None:
    """Return the entries of the list under a key.

    Parameters
    ----------
    place
        A map.
    key
        Where the list stands in it.
    problems
        Takes a key that is missing or has no list.

    Returns
    -------
    list of Place or None
        ``None`` after a problem; a key without a value has an empty list.
    """
    node = place.node.get(key)
    if node is None:
        place.problem(problems, (key,), None, f"{MISSING}. Maybe write '{key}:' and a list under it")
        return None
    if not isinstance(node.value, list | None):
        place.problem(problems, (key,), node.plain(), "is no list. Maybe begin each entry with a hyphen")
        return None
    return [Place(place.file, part, place.hints) for part in node.items()]


def listed(
    cls: type[V], place: Place, key: str, problems: Problems, words: Any = None
) -> list[Entry[V]] | None:
    """Type the list under a key, entry by entry.

    Parameters
    ----------
    cls
        The class of the entries.
    place
        A map.
    key
        Where the list stands in it.
    problems
        Takes what is wrong.
    words
        Context of the typing.

    Returns
    -------
    list of Entry or None
        ``None`` after a problem.
    """
    places = parts_of(place, key, problems)
    if places is None:
        return None
    values = [typed(cls, part, problems, words) for part in places]
    entries = [Entry(value, part) for value, part in zip(values, places, strict=True) if value is not None]
    return entries if len(entries) == len(values) else None


def refuse_other_keys(place: Place, known: Iterable[str], problems: Problems) -> None:
    """Refuse the keys of a map that nothing reads.

    Parameters
    ----------
    place
        The map.
    known
        Keys that are read.
    problems
        Takes the others.
    """
    names = sorted(known)
    for key in place.node.plain():
        if key not in names:
            place.problem(problems, (key,), key, f"there is no field '{key}' here.{maybe(key, names)}")
