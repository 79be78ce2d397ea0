"""What the parser of YAML finds wrong, in a planner's words."""

import re

from ruamel.yaml.error import MarkedYAMLError, YAMLError

_CURLY = re.compile(r"(?:^|[-:,\[{])\s*[“”„‘’]")
_INDENT = "is indented unlike the lines around it. Maybe begin it with as many spaces as they have"
_WORDS = (
    (r"mapping values are not allowed", "holds a second colon. Maybe put the text in quotes"),
    (r"found unexpected ':'", "holds a second colon. Maybe put the text in quotes"),
    (
        r"expected <block end>, but found '<scalar>'",
        "has something behind the closing quotation mark. Maybe put the whole text in double quotes",
    ),
    (r"expected <block end>, but found '([]}])'", "has a {0} that closes nothing. Maybe delete it"),
    (r"expected the node content, but found '([]},])'", "has a {0} too many. Maybe delete it"),
    (r"expected (?:<block end>|'<document start>')", _INDENT),
    (r"found character '\\t'", "has a tab. Maybe use spaces in its place, or put the text in quotes"),
    (r"found character '(.)'", "has a text that begins with {0}. Maybe put it in quotes"),
    (r"expected alphabetic", "has a text that begins with & or *. Maybe put it in quotes"),
    (
        r"expected (?:chomping|a comment)",
        "has something behind | or >. Maybe begin the text in the next line",
    ),
    (r"found unknown escape", "has a backslash in double quotes. Maybe use single quotes"),
)
_FOLLOWS = re.compile(r"expected ',' or '[]}]', but got '(:|<scalar>)'")
_OPENED = (
    (r"expected ',' or '\]'", "has a list that is never closed. Maybe add ] at its end"),
    (r"expected ',' or '\}'", "has a map that is never closed. Maybe add } at its end"),
    (r"could not find expected ':'", "has no colon with a space behind its key. Maybe write 'key: value'"),
    (
        r"found unexpected (?:end of stream|document separator)",
        "has a quotation mark that is never closed. Maybe add the second one",
    ),
)
"""What is wrong where something begins, and not where the parser stops."""


def in_words(error: YAMLError, text: str) -> tuple[int | None, str]:
    """Say what is wrong with a file of YAML.

    Parameters
    ----------
    error
        What the parser found.
    text
        The file.

    Returns
    -------
    tuple of int or None, and str
        The line, counted from 1, and a sentence.
    """
    marked = error if isinstance(error, MarkedYAMLError) else None
    what = str(marked.problem if marked else error).splitlines()[0]
    here, begun = _line(marked and marked.problem_mark), _line(marked and marked.context_mark)
    column = getattr(marked and marked.problem_mark, "column", 0)
    lines = dict(enumerate(text.splitlines(), 1))
    lacking = _lacking_comma(what, lines.get(here or 0, ""), column)
    opened = next((said for part, said in _OPENED if re.search(part, what)), None)
    line = begun if opened and begun and not lacking else here or begun
    words = lines.get(line or 0, "")
    if _CURLY.search(words):
        return line, 'has curly quotation marks. Maybe write straight ones (") in their place'
    return line, lacking or opened or _said(what, words, column)


def _lacking_comma(what: str, words: str, column: int) -> str | None:
    """Name what a comma has to stand before, where a second key or text follows on the same line."""
    found = _FOLLOWS.search(what)
    before, after = words[:column].rstrip(), words[column:].split(maxsplit=1)
    if found and found[1] == ":":
        before, _, key = before.rpartition(" ")
        after = [f"{key}:"]
    if not found or not after or not before.strip(" -"):
        return None
    return f"has no comma between two entries. Maybe add one before '{after[0].rstrip(',]}')}'"


def _said(what: str, words: str, column: int) -> str:
    if what.startswith("mapping values") and ":" not in words[:column]:
        return _INDENT
    for part, said in _WORDS:
        found = re.search(part, what)
        if found:
            return said.format(*found.groups())
    return f"is no YAML: {what}"


def _line(mark: object) -> int | None:
    at = getattr(mark, "line", None)
    return None if at is None else at + 1
