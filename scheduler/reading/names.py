"""Meetings and rooms found by what other tools call them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, TypeVar

from scheduler.domain.forum import Forum
from scheduler.domain.room import Room
from scheduler.domain.session import Meeting, Session

CLOSE = 0.85
"""How alike two names have to be at least, from 0 to 1."""

_WORDS = re.compile(r"\w+")
_DIGITS = re.compile(r"\d+")
_GOES_ON = re.compile(r"\s*(?:[-–—:;,/|(])")

T = TypeVar("T", Meeting | Session, Room)


@dataclass(frozen=True)
class Found(Generic[T]):
    """What a name may mean; ``exact`` tells that it is spelled the same."""

    things: tuple[T, ...]
    exact: bool


class Names(Generic[T]):
    """Labels with the things they stand for.

    Parameters
    ----------
    labels
        Pairs of a label and a thing; a label may stand for several.
    """

    def __init__(self, labels: list[tuple[str, T]]) -> None:
        self._labels: list[tuple[str, str, T]] = [
            (label, folded, thing) for label, thing in labels if (folded := _folded(label))
        ]

    def find(self, words: str) -> Found[T]:
        """Find what a name means.

        Parameters
        ----------
        words
            As the file has it.

        Returns
        -------
        Found
            Things with this label; else with the same words whatever capitals, spaces and marks;
            else whose label the name begins with; else whose label is much like it and has the
            same numbers.
        """
        folded = _folded(words)
        exact = self._where(lambda label, _: label == words)
        if exact:
            return Found(exact, True)
        ways: tuple[Callable[[str, str], bool], ...] = (
            lambda _, own: own == folded,
            lambda label, _: _begins(words, label),
            lambda _, own: _alike(folded, own),
        )
        things = next((found for way in ways if (found := self._where(way))), ())
        return Found(things, False)

    def _where(self, fits: Callable[[str, str], bool]) -> tuple[T, ...]:
        found: list[T] = []
        for label, folded, thing in self._labels:
            if fits(label, folded) and thing not in found:
                found.append(thing)
        return tuple(found)


def meeting_names(forum: Forum) -> Names[Meeting | Session]:
    """Collect the names of meetings, and of sessions with several of them.

    Parameters
    ----------
    forum
        The forum.

    Returns
    -------
    Names
        By id and title.
    """
    labels: list[tuple[str, Meeting | Session]] = []
    for session in forum.sessions:
        thing = session if session.meetings > 1 else session.sittings[0]
        labels += [(session.session, thing), (session.title, thing)]
        for meeting in session.sittings:
            numbered = f"{session.title} {meeting.position}"
            labels += [(meeting.id, meeting), (meeting.title, meeting), (numbered, meeting)]
    return Names(labels)


def room_names(forum: Forum) -> Names[Room]:
    """Collect the names of the venue's rooms, also of those that are not open to the forum.

    Parameters
    ----------
    forum
        The forum.

    Returns
    -------
    Names
        By id, name and address.
    """
    rooms = forum.venue.rooms
    return Names([(label, room) for room in rooms for label in (room.room, room.name, room.address)])


def _folded(text: str) -> str:
    return " ".join(_WORDS.findall(text.casefold()))


def _begins(words: str, label: str) -> bool:
    """Tell whether a name is the label with something after a dash, a colon or a bracket."""
    start = words.casefold().lstrip()
    return start.startswith(label.casefold()) and bool(_GOES_ON.match(start[len(label.casefold()) :]))


def _alike(one: str, other: str) -> bool:
    if _DIGITS.findall(one) != _DIGITS.findall(other):
        return False
    match = SequenceMatcher(None, one, other)
    return all(bound() >= CLOSE for bound in (match.real_quick_ratio, match.quick_ratio, match.ratio))
