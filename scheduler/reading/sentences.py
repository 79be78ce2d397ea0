"""What the typing of values finds wrong, in a planner's words."""

import re
from collections.abc import Callable, Iterator
from typing import Any, get_args
from unicodedata import normalize

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from scheduler.domain.maybe import maybe
from scheduler.reading.problems import shown
from scheduler.reading.written import no_date, no_instant, no_time, reworded

Path = tuple[str | int, ...]
"""Keys and numbers that lead to a part of a file."""

Hints = Callable[[Path, str], str]
"""Says which known name may be meant by a text at a path: ``" Maybe …"``, or nothing."""

MISSING = "is missing"
"""How the sentence on a missing key begins."""

_SENTENCES = {
    "missing": MISSING,
    "greater_than": "{value} is too small: more than {gt} is needed",
    "greater_than_equal": "{value} is too small: {ge} is the least",
    "less_than": "{value} is too large: less than {lt} is needed",
    "less_than_equal": "{value} is too large: {le} is the most",
    "string_too_short": "is empty. Maybe put something in",
    "string_too_long": "{value} has more than {max_length} characters",
    "too_short": "has too few entries: {min_length} is the least",
    "too_long": "has too many entries: {max_length} is the most",
    "finite_number": "{value} is no number",
}
_SORTS = {
    "int": "{value} is no whole number. Maybe write it in digits",
    "float": "{value} is no number. Maybe a number such as 40.75",
    "bool": "{value} is neither true nor false",
    "string": "{value} is no text. Maybe put it in quotes",
    "tuple": "{value} is no list. Maybe [{plain}]",
    "list": "{value} is no list. Maybe [{plain}]",
    "dict": "{value} is no map of keys and values",
    "model": "{value} is no map of keys and values",
}
_WRITTEN = {"date": no_date, "time": no_time, "datetime": no_instant}
_COUNTS = re.compile(r"(?P<given>\d+) (?P<what>length|meeting title)s are given for (?P<wanted>\d+) meetings")
_MOST = 100
"""How many findings of one value are worth a sentence."""
_OF_THE_WHOLE = ("missing", "value_error")
"""What is found of a map, not of a value in it."""
_IDENTIFIER = "^[a-z0-9]"


def faults(
    error: ValidationError, model: type[BaseModel], hints: Hints | None = None
) -> Iterator[tuple[Path, object, str]]:
    """Say what is wrong with a value.

    Parameters
    ----------
    error
        What the typing found.
    model
        The class to which the value was to be typed.
    hints
        Where it is known which names there are.

    Yields
    ------
    tuple of path, object and str
        Where in the value, what stands there, and one sentence with what would be right.
    """
    for detail in error.errors(include_url=False)[:_MOST]:
        counts = _COUNTS.match(detail["msg"].removeprefix("Value error, "))
        if counts:
            yield _miscounted(detail, counts)
            continue
        whole = detail["type"] == "missing" or isinstance(detail["input"], dict)
        value = None if whole and detail["type"] in _OF_THE_WHOLE else detail["input"]
        yield detail["loc"], value, _sentence(detail, model, hints)


def _sentence(detail: ErrorDetails, model: type[BaseModel], hints: Hints | None) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "value_error":
        return reworded(str(context["error"]), detail["input"])
    if kind == "extra_forbidden":
        return _unknown(str(detail["loc"][-1]), _model_at(model, detail["loc"][:-1]))
    if kind == "literal_error":
        return _none_of(shown(detail["input"]), str(context["expected"]))
    if kind == "string_pattern_mismatch":
        hint = hints(detail["loc"], detail["input"]) if hints else ""
        return _odd_characters(shown(detail["input"]), str(context["pattern"]), hint)
    if detail["input"] is None:
        return "is empty. Maybe put something in, or delete the line"
    return _of_sort(detail)


def _of_sort(detail: ErrorDetails) -> str:
    """Say of what sort a value has to be, or within which bounds."""
    kind, context = detail["type"], detail.get("ctx", {})
    sort = kind.partition("_")[0]
    if sort in _WRITTEN and isinstance(detail["input"], str):
        return _WRITTEN[sort](detail["input"])
    words = _SENTENCES.get(kind) or _SORTS.get(sort) or detail["msg"]
    value = shown(detail["input"])
    quoted = value if isinstance(detail["input"], dict | list) else f"'{value}'"
    return words.format(value=quoted, plain=value, **context)


def _miscounted(detail: ErrorDetails, counts: re.Match[str]) -> tuple[Path, object, str]:
    """Name the field of a session whose meetings are not as many as their lengths or titles."""
    given, wanted, what = int(counts["given"]), int(counts["wanted"]), counts["what"]
    own = "minutes" if what == "length" else "meeting-titles"
    field = "meetings" if "meetings" in detail["input"] else own
    other = f"{_counted(abs(wanted - given), what)} {'more' if given < wanted else 'less'}"
    sentence = f"has {_counted(given, what)} for {_counted(wanted, 'meeting')}"
    return (*detail["loc"], field), detail["input"][field], f"{sentence}. Maybe meetings: {given}, or {other}"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _unknown(key: str, model: type[BaseModel] | None) -> str:
    known = sorted(info.alias or name for name, info in model.model_fields.items()) if model else []
    return f"there is no field '{key}' here.{maybe(key, known)}"


def _none_of(value: str, expected: str) -> str:
    known = re.findall(r"'([^']+)'", expected)
    return f"'{value}' is not known here.{maybe(value, known)}"


def _odd_characters(value: str, pattern: str, hint: str) -> str:
    if not pattern.startswith(_IDENTIFIER):
        return f"'{value}' holds characters that cannot stand here"
    if not hint:
        plain = normalize("NFKD", value).encode("ascii", "ignore").decode()
        name = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
        hint = f" Maybe {name}" if name else ""
    return f"'{value}' is no id: ids are of small letters, digits and single hyphens.{hint}"


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Find the class of the value at the end of a path."""
    found: type[BaseModel] | None = model
    for step in path:
        fields = found.model_fields.items() if found else ()
        inner = next((info.annotation for name, info in fields if step in (name, info.alias)), None)
        found = _model_in(inner) if inner is not None else found
    return found


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """Find the class of values in an annotation such as a tuple of them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((inner for part in get_args(annotation) if (inner := _model_in(part))), None)
