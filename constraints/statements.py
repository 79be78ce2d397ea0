"""Given parties make statements in a segment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Self

from pydantic import model_validator

from scheduler.domain.forum import Forum
from scheduler.domain.session import Session
from scheduler.domain.value import Identifier
from scheduler.domain.verdict import Breach, Open
from scheduler.options import PartyName, RuleOptions, SessionSelector
from scheduler.rules import ForumRule


def _speaking(*parties: str) -> dict[str, Any]:
    """Show a plenary whose opening segment has these speakers."""
    opening = {"segment": "opening", "title": "Opening", "speakers": list(parties)}
    return {"sessions": {"plenary": {"segments": [opening]}}}


class Statements(ForumRule):
    """All of some parties speak in a segment, and where the clause says so nobody else.

    Why: who is to be heard is named by the mandate. While nobody is entered as speaker, it is open.
    """

    class Options(RuleOptions):
        """What ``statements`` speaks of: ``parties`` have to speak, ``only`` names all who may."""

        sessions: SessionSelector
        segment: Identifier
        parties: tuple[PartyName, ...] = ()
        only: tuple[PartyName, ...] = ()

        @model_validator(mode="after")
        def _some(self) -> Self:
            if not (self.parties or self.only):
                raise ValueError("say who speaks. Maybe parties: [secretary-general]")
            return self

    options: Options

    OPTIONS = {
        "sessions": {"kind": "plenary"},
        "segment": "opening",
        "parties": ["president"],
        "only": ["president", "secretary-general"],
    }
    FORUM = {
        "parties": [
            {"party": "president", "name": "President", "kind": "officer"},
            {"party": "secretary-general", "name": "Secretary-General", "kind": "officer"},
            {"party": "media", "name": "Media", "kind": "stakeholder"},
        ]
    }
    KEPT = (
        _speaking("secretary-general", "president"),
        _speaking(),
        {"sessions": {"plenary": {}}},
    )
    BROKEN = (
        (_speaking("secretary-general"), "President is not among the speakers of Opening of plenary"),
        (
            _speaking("president", "media"),
            "Media is among the speakers of Opening of plenary; these are President, Secretary-General only",
        ),
        (
            {"sessions": {"plenary": {"segments": [{"segment": "closing", "title": "Closing"}]}}},
            "plenary has no opening, in which President speaks",
        ),
    )

    def breaches(self, forum: Forum) -> Iterator[Breach]:
        for session in self.options.sessions.of(forum):
            if session.segments:
                for sentence in self._faults(forum, session):
                    yield self.breach(session.session, sentence)

    def opens(self, forum: Forum) -> Iterator[Open]:
        for session in self.options.sessions.of(forum):
            segments = [one for one in session.segments if one.segment == self.options.segment]
            if not session.segments or any(not one.speakers for one in segments):
                name = segments[0].title if segments else self.options.segment
                yield self.open_point(
                    session.session, f"nobody has said who speaks in {name} of {session.title}"
                )

    def _faults(self, forum: Forum, session: Session) -> Iterator[str]:
        segment = next((one for one in session.segments if one.segment == self.options.segment), None)
        if segment is None:
            names = _names(forum, self.options.parties or self.options.only)
            yield f"{session.title} has no {self.options.segment}, in which {names} speaks"
            return
        place = f"among the speakers of {segment.title} of {session.title}"
        for party in self.options.parties if segment.speakers else ():
            if party not in segment.speakers:
                yield f"{forum.party_name(party)} is not {place}"
        for party in segment.speakers if self.options.only else ():
            if party not in self.options.only:
                only = _names(forum, self.options.only)
                yield f"{forum.party_name(party)} is {place}; these are {only} only"


def _names(forum: Forum, parties: tuple[str, ...]) -> str:
    return ", ".join(forum.party_name(party) for party in parties)
