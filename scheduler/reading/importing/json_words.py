"""Maps of JSON as words with lines, also where a text is given in several languages."""

from scheduler.reading.importing.words import Words
from scheduler.reading.yaml_nodes import Node

_FIRST_LANGUAGE = "en"


def words_of(file: str, node: Node) -> Words:
    """Return the texts of a map.

    Parameters
    ----------
    file
        The file as the planner named it.
    node
        A map; anything else has no texts.

    Returns
    -------
    Words
        Texts and numbers as they are written.
    """
    parts = node.value.items() if isinstance(node.value, dict) else ()
    texts = {key: (text, part.line) for key, part in parts if (text := text_of(part))}
    return Words(file, node.line, texts)


def text_of(node: Node | None) -> str:
    """Return a text.

    Parameters
    ----------
    node
        A text, a map of a text in several languages, or a map with such a ``name``.

    Returns
    -------
    str
        In English where there are several; empty where there is none.
    """
    if node is None or node.value is None or isinstance(node.value, list):
        return ""
    if not isinstance(node.value, dict):
        return str(node.value)
    if "name" in node.value:
        return text_of(node.get("name"))
    said = {key: part.value for key, part in node.value.items() if isinstance(part.value, str)}
    return said.get(_FIRST_LANGUAGE) or next((said[key] for key in sorted(said) if said[key]), "")


def maps_in(node: Node | None) -> list[Node]:
    """Return the maps in a list; nothing where there is no list."""
    return [part for part in node.items() if isinstance(part.value, dict)] if node else []
