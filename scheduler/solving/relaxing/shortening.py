"""Sessions of one kind with shorter meetings, as short as half and as their agendas allow."""

from collections.abc import Iterator, Sequence

from scheduler.domain.agenda import lay_out
from scheduler.domain.edits import Shortened
from scheduler.domain.forum import Forum
from scheduler.domain.listed import listed
from scheduler.domain.session import Session
from scheduler.rules import Rule
from scheduler.solving.relaxing.relaxations import Relaxation, price_of

_STEP = 5
"""Minutes to which lengths are rounded up."""

_FILLING = "fills-day"
"""The rule that asks for long meetings rather than for short ones."""


def shortened(forum: Forum, rules: Sequence[Rule]) -> Iterator[Relaxation]:
    """Offer shorter meetings for each kind of session.

    Parameters
    ----------
    forum
        The forum.
    rules
        Those of the clauses it follows.

    Yields
    ------
    Relaxation
        One for each kind of which some session can be shorter.
    """
    for kind in dict.fromkeys(session.kind for session in forum.sessions):
        found = [
            (session, lengths)
            for session in forum.sessions
            if session.kind == kind and (lengths := _shorter(session)) != session.lengths
        ]
        if found:
            edits = tuple(Shortened(session.session, lengths) for session, lengths in found)
            widening = not forum.spared and all(_is_easier(forum, rules, session) for session, _ in found)
            yield Relaxation(
                "shorten", (kind,), price_of(forum, "shorten"), edits, _sentence(found), widening
            )


def _is_easier(forum: Forum, rules: Sequence[Rule], session: Session) -> bool:
    """Tell whether a shorter meeting can be held wherever the longer one was.

    An agenda may have its parts at other times then, and several meetings may lie further from each other.
    """
    filling = (rule.options for rule in rules if rule.name() == _FILLING)
    asked = any(session in options.sessions.of(forum) for options in filling if hasattr(options, "sessions"))
    return session.meetings == 1 and not session.segments and not asked


def _shorter(session: Session) -> tuple[int, ...]:
    """Return the shortest lengths; those that it has when none is shorter."""
    for less in range(max(session.lengths) // 2 // _STEP, 0, -1):
        lengths = tuple(_less(length, less * _STEP) for length in session.lengths)
        tried = session.replace(minutes=lengths)
        if not session.segments or lay_out(tried) is not None:
            return lengths
    return session.lengths


def _less(length: int, less: int) -> int:
    """Take minutes off a length, at most half of it, and round it up."""
    least = max(length - less, -(-length // 2))
    return min(length, -(-least // _STEP) * _STEP)


def _sentence(found: list[tuple[Session, tuple[int, ...]]]) -> str:
    """Name all sessions, those with the same lengths together."""
    said: dict[str, list[str]] = {}
    for session, lengths in found:
        now, then = _words(session.lengths), _words(lengths)
        said.setdefault(f"to {then} minutes instead of {now}", []).append(session.title)
    return f"Shorten {'; and '.join(f'{listed(titles)} {how}' for how, titles in said.items())}."


def _words(lengths: tuple[int, ...]) -> str:
    return str(lengths[0]) if len({*lengths}) == 1 else listed([str(length) for length in lengths])
