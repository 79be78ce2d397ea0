"""What one party is told of reasons: other parties and their affairs are not named to it."""

import re
from collections.abc import Iterator
from functools import cached_property

from scheduler.domain.forum import Forum
from scheduler.domain.programme import Programme
from scheduler.publishing.plain_words import one_line

_SOMEBODY = "somebody who is needed is not available then"
_OTHERS = "another party is concerned"

_MARK = re.compile("\x00(\\d+)\x00")
"""Stands for a name while sentences are taken apart, so that no name is; texts have no such character."""
_ABSENCE = re.compile("\x00(\\d+)\x00 is not there: [^;(]*[^;( ]")
_BETWEEN = re.compile(r"; (?![^()]*\))")
_HENCE = re.compile(r"(?= \(hence [^()]*\)$)")
_ASIDE = re.compile(r" \([^()]*\)")


class OthersAffairs:
    """Takes other parties out of what one party is told.

    Names of sessions, meetings and rooms stay, also where a party's name is a part of them.

    Parameters
    ----------
    programme
        What is handed out; its parties are those of now and of the releases of which something is shown.
    """

    def __init__(self, programme: Programme) -> None:
        self._forum = programme.forum
        self._forums = (programme.forum, *programme.earlier.values())
        self._marked: dict[str, str] = {}

    def named_in(self, text: str, party: str) -> bool:
        """Tell whether a text names another party.

        Parameters
        ----------
        text
            Any text.
        party
            Id of the party that is to read it.

        Returns
        -------
        bool
            Whether the name of a party stands in it as a word, and is not that of the reader.
        """
        return self._first(self._with_marks(text), party) is not None

    def left_out_of(self, reason: str, party: str) -> str:
        """Say a reason as one party may read it.

        Parameters
        ----------
        reason
            Sentences with ``; `` between them, such as ``Programme.because`` has.
        party
            Id of the party that is to read it.

        Returns
        -------
        str
            On one line. Of a sentence that names another party what stands before a colon is kept, and
            that somebody is absent is told without the name and the times.
        """
        said = self._with_marks(reason)
        said = _ABSENCE.sub(lambda one: one[0] if self._is_own(one, party) else _SOMEBODY, said)
        told = "; ".join(self._told(one, party) for one in _BETWEEN.split(said))
        return _MARK.sub(self._name, told)

    def _told(self, sentence: str, party: str) -> str:
        why, *hence = _HENCE.split(sentence)
        if self._first(why, party) is not None:
            why = _ASIDE.sub("", why)
        first = self._first(why, party)
        if first is not None:
            lead, colon, _ = why[:first].rpartition(": ")
            why = f"{lead}{colon}{_OTHERS}"
        return "".join((why, *hence))

    def _first(self, said: str, party: str) -> int | None:
        """Find where the first of the other parties is named."""
        others = (one.start() for one in _MARK.finditer(said) if not self._is_own(one, party))
        return next(others, None)

    def _is_own(self, mark: re.Match[str], party: str) -> bool:
        """Tell whether a name is that of the reader, or of no party."""
        parties = self._parties[self._name(mark)]
        return not parties or party in parties

    def _name(self, mark: re.Match[str]) -> str:
        return self._names[int(mark[1])]

    def _with_marks(self, text: str) -> str:
        if text not in self._marked:
            numbers = {name: number for number, name in enumerate(self._names)}
            marked = self._pattern.sub(lambda one: f"\x00{numbers[one[0]]}\x00", one_line(text))
            self._marked[text] = marked
        return self._marked[text]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        names = "|".join(map(re.escape, self._names))
        return re.compile(rf"(?<!\w)(?:{names})(?!\w)")

    @cached_property
    def _names(self) -> tuple[str, ...]:
        """All names, the longest first: ``Guinea`` is not meant where ``Papua New Guinea`` stands."""
        return tuple(sorted(self._parties, key=lambda name: (-len(name), name)))

    @cached_property
    def _parties(self) -> dict[str, frozenset[str]]:
        """The parties that a name means, none for that of anything else."""
        found = {name: frozenset[str]() for forum in self._forums for name in _other_names(forum)}
        for forum in self._forums:
            for one in forum.parties:
                gone = one.party not in self._forum.party_by_id
                for name in _party_names(one.name, one.party, by_id=gone):
                    found[name] = found.get(name, frozenset()) | {one.party}
        return found


def _party_names(name: str, party: str, *, by_id: bool) -> Iterator[str]:
    """Yield how a party is called: by its name, and by its id where nothing else is known of it now."""
    full = one_line(name)
    yield from filter(None, (full, full.partition(" (")[0]))
    if by_id or not full:
        yield party


def _other_names(forum: Forum) -> Iterator[str]:
    sessions = (one.title for one in forum.sessions)
    meetings = (one.title for one in forum.meetings)
    rooms = (one.name for one in (*forum.rooms, *forum.venue.rooms))
    yield from filter(None, map(one_line, (*sessions, *meetings, *rooms)))
