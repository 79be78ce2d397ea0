"""XML as elements with lines; nothing in it is followed, fetched or filled in."""

from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from scheduler.reading.files import TextFile
from scheduler.reading.importing.words import Words
from scheduler.reading.problems import Problems

_DEEPEST = 30


@dataclass(slots=True, eq=False)
class Element:
    """A part of the file: its name, attributes, text, and the parts in it."""

    name: str
    line: int
    attributes: dict[str, str]
    text: list[str] = field(default_factory=list)
    parts: list["Element"] = field(default_factory=list)

    def each(self, name: str) -> list["Element"]:
        """Return the parts of a name."""
        return [part for part in self.parts if part.name == name]

    def words(self, file: str) -> Words:
        """Return the texts of attributes and of parts; a part counts before an attribute of its name.

        Parameters
        ----------
        file
            The file as the planner named it.

        Returns
        -------
        Words
            Of several parts of one name, the first.
        """
        texts = {part.name: ("".join(part.text), part.line) for part in reversed(self.parts)}
        own = {f"@{name}": (text, self.line) for name, text in self.attributes.items()}
        return Words(file, self.line, {**own, **texts})


class _Refused(ValueError):
    """Says why a file is not read."""


def read_xml(file: TextFile, problems: Problems) -> Element | None:
    """Read XML (W3C, XML 1.0).

    Parameters
    ----------
    file
        The file, which is text of UTF-8 whatever it says of itself.
    problems
        Takes broken XML, document types and with them all entities, and what is too deep.

    Returns
    -------
    Element or None
        The outermost; ``None`` after a problem.
    """
    parser = expat.ParserCreate()
    tree = _Tree(parser)
    try:
        parser.Parse(file.text, True)
    except expat.ExpatError as error:
        what = expat.ErrorString(error.code)
        problems.add(file.name, error.lineno, "", "", f"is no XML: {what}. Maybe export it again")
        return None
    except _Refused as error:
        problems.add(file.name, parser.CurrentLineNumber, "", "", str(error))
        return None
    return tree.root


class _Tree:
    """Puts elements together, without recursion."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        self._parser = parser
        self._open: list[Element] = []
        self.root: Element | None = None
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text

    def _refuse_doctype(self, *_: object) -> NoReturn:
        raise _Refused(
            "holds a document type, with which entities come; none is read. Maybe delete <!DOCTYPE"
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        element = Element(name, self._parser.CurrentLineNumber, attributes)
        if self._open:
            self._open[-1].parts.append(element)
        else:
            self.root = element
        self._open.append(element)
        if len(self._open) > _DEEPEST:
            raise _Refused(f"elements stand more than {_DEEPEST} deep in one another")

    def _end(self, _: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        self._open[-1].text.append(text)
