"""What all readers of a forum's files share."""

from dataclasses import dataclass, field
from pathlib import Path

from scheduler.domain.window import WindowWords
from scheduler.options import Vocabulary
from scheduler.reading.changes import Changes
from scheduler.reading.entries import Known, Place
from scheduler.reading.files import Files, TextFile
from scheduler.reading.problems import Problems
from scheduler.reading.yaml_nodes import Node, read_nodes

_SCHEDULER = Path(__file__).parent.parent
_BUNDLED = _SCHEDULER / "bundled" if (_SCHEDULER / "bundled").is_dir() else _SCHEDULER.parent / "data"
"""Where the bundled data lies: in an installed distribution, or in a checkout."""


@dataclass(frozen=True)
class Mention:
    """Where another file is named."""

    place: Place
    path: tuple[str | int, ...]


@dataclass
class Desk:
    """A forum's folder, the problems found in it, and the files read from it.

    Parameters
    ----------
    folder
        The folder of the forum.
    problems
        Takes what is wrong.
    files
        Reads files.
    words
        With which windows are read, as soon as the clock is known.
    changes
        Made in the files while they are read.
    """

    folder: Path
    problems: Problems
    files: Files
    words: Vocabulary | None = None
    changes: Changes = field(default_factory=Changes)

    @property
    def name(self) -> str:
        """The name of the folder, which is the forum's id."""
        return self.folder.name if self._is_named else self.folder.resolve().name

    @property
    def _is_named(self) -> bool:
        """Whether the path ends in the folder's name, and not in dots."""
        return self.folder.name not in ("", "..")

    def own(self, name: str) -> Place | None:
        """Read one of the forum's own files of YAML.

        Parameters
        ----------
        name
            Name of the file in the forum's folder.

        Returns
        -------
        Place or None
            Its outermost map; ``None`` after a problem.
        """
        return self.yaml(self.folder / name, f"{self.name}/{name}")

    def table(self, name: str) -> TextFile | None:
        """Read one of the forum's own tables.

        Parameters
        ----------
        name
            Name of the file in the forum's folder.

        Returns
        -------
        TextFile or None
            ``None`` after a problem.
        """
        file = self.files.text(self.folder / name, f"{self.name}/{name}")
        return self.changes.made_in_table(name.removesuffix(".csv"), file) if file else None

    def shared(self, sort: str, identifier: str, mention: Mention) -> Place | None:
        """Read a mandate or a venue: beside the forum's folder, else the bundled one.

        Parameters
        ----------
        sort
            ``mandate`` or ``venue``.
        identifier
            Its id, which has been checked to be one.
        mention
            Where ``forum.yaml`` names it.

        Returns
        -------
        Place or None
            Its outermost map; ``None`` after a problem.
        """
        beside = self.folder if self._is_named else self.folder.resolve()
        folders = [folder / f"{sort}s" for folder in (beside.parent, _BUNDLED)]
        paths = [folder / f"{identifier}.yaml" for folder in folders]
        path = next((path for path in paths if path.exists()), None)
        if path is None:
            names = {found.stem for folder in folders for found in folder.glob("*.yaml")}
            mention.place.problem(
                self.problems, mention.path, identifier, Known(sort, names).sentence(identifier)
            )
            return None
        return self.yaml(path, f"{sort}s/{identifier}.yaml")

    def yaml(self, path: Path, key: str) -> Place | None:
        """Read a file of YAML.

        Parameters
        ----------
        path
            Where it lies.
        key
            Its name in the record of inputs.

        Returns
        -------
        Place or None
            Its outermost map; ``None`` after a problem.
        """
        file, known = self.files.text(path, key), len(self.problems)
        if file is None:
            return None
        node = self._nodes(file)
        if node is not None and isinstance(node.value, dict):
            own = key.removeprefix(f"{self.name}/").removesuffix(".yaml")
            node = self.changes.made_in(own, node)
        if node is None or not isinstance(node.value, dict):
            if len(self.problems) == known:
                sentence = "is no map of keys and values. Maybe begin with 'key: value'"
                self.problems.add(
                    file.name, node.line if node else None, "", "", sentence if node else "is empty"
                )
            return None
        return Place(file, Node(1, node.value))

    def _nodes(self, file: TextFile) -> Node | None:
        """Read a file, or take what came of the same text before."""
        seen = (file.name, file.text)
        trees = self.changes.before.trees
        node = trees.get(seen) or read_nodes(file, self.problems)
        if node is not None:
            trees.put(seen, node)
        return node

    def understand(self, windows: WindowWords) -> None:
        """Keep the words with which windows are read."""
        self.words = Vocabulary(windows=windows)


def bundled() -> Path:
    """Return the folder of the data that comes with the program.

    Returns
    -------
    pathlib.Path
        With forums, ``mandates`` and ``venues``.
    """
    return _BUNDLED
