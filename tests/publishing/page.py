"""A reader of pages that knows nothing of browsers: elements, their attributes and their texts."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = ("meta", "br", "hr", "img", "link", "input")


@dataclass
class Element:
    """An element with its attributes, and what is inside it: texts and elements in their order."""

    name: str
    attributes: dict[str, str]
    content: list["Element | str"] = field(default_factory=list)

    @property
    def children(self) -> list["Element"]:
        return [one for one in self.content if isinstance(one, Element)]

    def all(self, name: str) -> list["Element"]:
        inside = [one for child in self.children for one in child.all(name)]
        return [self, *inside] if self.name == name else inside

    @property
    def text(self) -> str:
        texts = (one if isinstance(one, str) else f" {one.text} " for one in self.content)
        return " ".join("".join(texts).split())


class Reader(HTMLParser):
    """Builds elements, and insists that every one is closed in its turn."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("", {})]
        self.declarations: list[str] = []

    def handle_decl(self, decl: str) -> None:
        self.declarations.append(decl)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), attrs
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].content.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag, tag

    def handle_data(self, data: str) -> None:
        self.open[-1].content.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def read(page: bytes) -> Element:
    """Read a page."""
    reader = Reader()
    reader.feed(page.decode())
    reader.close()
    assert len(reader.open) == 1
    assert reader.declarations == ["DOCTYPE html"]
    return reader.open[0]


def spread(table: Element) -> list[list[Element]]:
    """Lay the cells of a table out by their spans; no place may be left free or taken twice."""
    trs = table.all("tr")
    places: dict[tuple[int, int], Element] = {}
    for row, tr in enumerate(trs):
        column = 0
        for cell in tr.children:
            while (row, column) in places:
                column += 1
            for down in range(int(cell.attributes.get("rowspan", 1))):
                for right in range(int(cell.attributes.get("colspan", 1))):
                    assert (row + down, column + right) not in places
                    places[row + down, column + right] = cell
    width = max(column for _, column in places) + 1
    assert len(places) == width * len(trs), "rows are not of one length"
    assert max(row for row, _ in places) + 1 == len(trs), "a cell hangs out below"
    return [[places[row, column] for column in range(width)] for row in range(len(trs))]
