"""A programme whose every text is meant to do harm."""

from collections.abc import Iterator

from scheduler.domain.forum import SetAside
from scheduler.domain.programme import Programme
from scheduler.domain.session import Session
from scheduler.domain.verdict import Verdict

from .programmes import BREACH, CLAUSES, PARTIES, ROOMS, UNCITED, forum, programme

NASTY = (
    "<script>alert('x')</script>",
    "=1+1",
    "+1, -1; @sum\\New\nTwo lines\r\nand three",
    "Türkiye und die Länder – ÅÄÖ çşğ",
    "المنتدى الدولي لاستعراض الهجرة",
    "Migration 🌍👩‍👩‍👧 forum",
    "bell\x07 esc\x1b[31m nul\x00 del\x7f nel\x85 ls\u2028 ps\u2029 vt\x0b rlo\u202e bom\ufeff",
    "x" * 100,
    '"quoted" & <b>bold</b> | *stars* _under_ `code` [link](javascript:alert(1)) ~~no~~ $math$',
    "@SUM(A1:A9)",
    "\t=cmd|' /C calc'!A0",
    "# heading, 1. item - dash {{ 7 * 7 }} {% raw %} ]]> --> %n $(id)",
)


def nasty() -> Programme:
    """Return a programme whose every text is meant to do harm."""
    plain = forum()
    texts = iter(NASTY * 9)
    rooms = tuple(room.replace(name=next(texts), building=next(texts), source=next(texts)) for room in ROOMS)
    parties = tuple(party.replace(name=next(texts)) for party in PARTIES)
    evil = plain.replace(
        title=next(texts),
        rooms=rooms,
        sessions=tuple(_nasty_session(session, texts) for session in plain.sessions),
        parties=parties,
        clauses=tuple(clause.replace(says=next(texts), source=next(texts)) for clause in CLAUSES),
        set_aside=(SetAside(clause="no-parallel", because=next(texts)),),
        organizer="mailto:a@example.org\r\nATTENDEE:mailto:b@example.org",
        url="javascript:alert(1)",
    )
    found = BREACH.replace(sentence=next(texts), clause=next(texts))
    return programme(evil, verdict=Verdict(breaches=(found, UNCITED)))


def _nasty_session(session: Session, texts: Iterator[str]) -> Session:
    segments = tuple(segment.replace(title=next(texts), notes=(next(texts),)) for segment in session.segments)
    return session.replace(
        title=next(texts),
        description=next(texts),
        meeting_titles=tuple(next(texts) for _ in session.sittings),
        segments=segments,
        webcast="https://webtv.example.org/<script>",
        url="  https://example.org/a;b,c?d=%20&e=1#f  ",
    )
