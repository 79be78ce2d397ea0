"""The option that says how long a statement lasts."""

import re
from typing import Any

import click

_FORM = re.compile(r"(\d{1,2}):([0-5]\d)", re.ASCII)
_MOST = 3600
_BARE = re.compile(r"\d{1,4}", re.ASCII)
_DIVIDED = re.compile(r"(\d{1,2})[.,](\d{1,2})", re.ASCII)
_NAMED = re.compile(
    r"(?:(?P<minutes>\d{1,2}(?:[.,]\d{1,2})?) ?(?:m|min|mins|minutes?|['′])\.?)?"
    r" ?(?:(?P<seconds>\d{1,4}) ?(?:s|sec|secs|seconds?|\"|″)\.?)?",
    re.ASCII | re.IGNORECASE,
)
_WITH_HOURS = re.compile(r"00?:(\d\d):([0-5]\d)", re.ASCII)


class SpeakingLimit(click.ParamType[int]):
    """A length in minutes and seconds, such as ``2:30``."""

    name = "length"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the length.

        Parameters
        ----------
        value
            As written.
        param, ctx
            Of the run.

        Returns
        -------
        int
            Seconds.
        """
        found = _FORM.fullmatch(str(value).strip())
        seconds = 60 * int(found[1]) + int(found[2]) if found else 0
        if not 0 < seconds <= _MOST:
            likely = " or ".join(f"{one // 60}:{one % 60:02}" for one in _likely(str(value).strip()))
            self.fail(f"'{value}' is no length of a statement. Maybe {likely or '3:00'}", param, ctx)
        return seconds


def _likely(words: str) -> list[int]:
    """Return the lengths in seconds that may be meant: two where minutes and seconds cannot be told apart."""
    found = [one for one in (*_bare(words), *_divided(words), *_named(words)) if 0 < one <= _MOST]
    return list(dict.fromkeys(found))


def _bare(words: str) -> list[int]:
    """Understand a number alone: nobody speaks for 15 seconds, and nobody for 90 minutes."""
    number = int(words) if _BARE.fullmatch(words) else 0
    return [number] * (number >= 30) + [60 * number] * (number <= 60)


def _divided(words: str) -> list[int]:
    """Understand ``2.5`` as minutes and their part; in ``2.30`` the seconds may be meant, too."""
    parts = _DIVIDED.fullmatch(words)
    if not parts:
        return []
    minutes, rest = int(parts[1]), parts[2]
    part = round(60 * (minutes + int(rest) / 10 ** len(rest)))
    return [60 * minutes + int(rest), part] if len(rest) == 2 and int(rest) < 60 else [part]


def _named(words: str) -> list[int]:
    """Understand ``150 s``, ``3 min``, ``2 min 30 s`` and ``0:02:30``."""
    hours, parts = _WITH_HOURS.fullmatch(words), _NAMED.fullmatch(words)
    if hours:
        return [60 * int(hours[1]) + int(hours[2])]
    if not parts:
        return []
    return [round(60 * float((parts["minutes"] or "0").replace(",", "."))) + int(parts["seconds"] or 0)]
