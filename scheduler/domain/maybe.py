"""What a planner may have meant by a name that nobody has."""

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher, get_close_matches
from unicodedata import normalize

_PARTS = re.compile(r"\d{1,18}|[^\W\d_]+")
_NUMBER = re.compile(r"(\d{1,18})", re.ASCII)
_FOLD = re.compile(r"[\W_]+")
_FEW, _SOME = 10, 6
_LIKENESS = 0.6


class NoSuchName(ValueError):
    """A name that a forum does not have.

    Parameters
    ----------
    sort
        Of what sort it is, such as ``day``.
    name
        The name.
    known
        Names of this sort that there are.
    """

    def __init__(self, sort: str, name: str, known: Iterable[str]) -> None:
        self.sort, self.name, self.known = sort, name, sorted(known, key=natural)
        hint = maybe(name, self.known)
        super().__init__(f"there is no {sort} '{name}'" + (f".{hint}" if hint else ""))


def natural(text: str) -> list[str | int]:
    """Return a key that sorts 2 before 10.

    Parameters
    ----------
    text
        Such as ``round-table-10`` or ``18(a)/order``.

    Returns
    -------
    list of str and int
        Text and numbers in turn.
    """
    parts: list[str | int] = list(_NUMBER.split(text))
    parts[1::2] = map(int, parts[1::2])
    return parts


def maybe(word: str, known: list[str]) -> str:
    """Suggest what a planner may have meant.

    Parameters
    ----------
    word
        What was written.
    known
        What could have been written.

    Returns
    -------
    str
        ``" Maybe …"`` with the name that is near, else with all names or, where they are many, the
        first few: those that share a word or a number come first.
    """
    likely = near(word, known)
    few = [likely] if likely else _some(word, known)
    if len(few) == 1:
        return f" Maybe {few[0]}"
    return f" Maybe one of {', '.join(few)}" if few else ""


def _some(word: str, known: list[str]) -> list[str]:
    """Return all names; of many a few, of those that share a part with the word where there are any."""
    mine = set(_parts(word))
    shared = {name: len(mine.intersection(_parts(name))) for name in known}
    ranked = sorted(known, key=lambda name: (-shared[name], natural(name)))
    if len(ranked) <= _FEW:
        return ranked
    return [name for name in ranked if shared[name] or not any(shared.values())][:_SOME]


def near(word: str, known: list[str]) -> str | None:
    """Find the one name that a planner is likely to have meant.

    Parameters
    ----------
    word
        What was written.
    known
        What could have been written.

    Returns
    -------
    str or None
        The name that is the same but for capitals, spaces, hyphens and the like, else the one that the
        word abbreviates, such as ``RT4`` or ``Round T. 4`` for ``round-table-4``, else the one spelled
        most like it; ``None`` where the numbers in them differ.
    """
    return same(word, known) or _initialled(word, known) or _shortened(word, known) or _nearest(word, known)


def folded(name: str) -> str:
    """Spell a name or title so that capitals and spaces make no difference.

    Parameters
    ----------
    name
        Such as ``European  union``.

    Returns
    -------
    str
        Letters with their accents in one piece (Unicode, normalization form C).
    """
    return " ".join(normalize("NFC", name).casefold().split())


def called(titles: Mapping[str, str]) -> dict[str, str]:
    """Find ids by the names or titles under which people know what they stand for.

    Parameters
    ----------
    titles
        Names or titles by id.

    Returns
    -------
    dict of str
        Ids by folded name; a name that several have leads to none of them.
    """
    ids: dict[str, list[str]] = {}
    for identifier, title in titles.items():
        ids.setdefault(folded(title), []).append(identifier)
    return {title: own[0] for title, own in ids.items() if len(own) == 1}


def _parts(text: str) -> list[str]:
    return _PARTS.findall(text.casefold())


def _nearest(word: str, known: list[str]) -> str | None:
    """Return the most similar name, the first of several; get_close_matches returns the last."""
    mine, folded = _fold(word), {name: _fold(name) for name in known if _may_mean(word, name)}
    close = set(get_close_matches(mine, folded.values(), n=len(known) or 1, cutoff=_LIKENESS))
    likeness = {
        name: SequenceMatcher(None, fold, mine).ratio() for name, fold in folded.items() if fold in close
    }
    return min(likeness, key=lambda name: (-likeness[name], name), default=None)


def _fold(text: str) -> str:
    return _FOLD.sub("-", text.casefold())


def _may_mean(word: str, name: str) -> bool:
    """Tell whether two names have the same numbers, or one of them none."""
    mine, own = _numbers(word), _numbers(name)
    return not mine or not own or mine == own


def _numbers(text: str) -> list[str]:
    return [part for part in _parts(text) if part.isdigit()]


def same(word: str, known: list[str]) -> str | None:
    """Return the name that has the same letters and digits as a word, such as ``Day 3`` for ``day-3``."""
    plain = _FOLD.sub("", word.casefold())
    return next((name for name in known if plain and plain == _FOLD.sub("", name.casefold())), None)


def _initialled(word: str, known: list[str]) -> str | None:
    """Return the name of which a word has the initials, such as ``RT4`` for ``round-table-4``."""
    plain = "".join(letter for letter in word.casefold() if letter.isalnum())
    for name in known:
        parts = _parts(name)
        if len(parts) > 1 and plain == "".join(part if part.isdigit() else part[0] for part in parts):
            return name
    return None


def _shortened(word: str, known: list[str]) -> str | None:
    """Return the only name in which the parts of a word begin parts, in their order."""
    mine = _parts(word)
    found = [name for name in known if mine and _begin(mine, _parts(name))]
    return found[0] if len(found) == 1 else None


def _begin(mine: list[str], own: list[str]) -> bool:
    rest = iter(own)
    return all(
        any(part == other if part.isdigit() else other.startswith(part) for other in rest) for part in mine
    )
