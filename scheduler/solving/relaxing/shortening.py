"""Sessions of one kind with shorter meetings: those that fit nowhere as long as fits, or all of them half."""

from collections.abc import Callable, Iterator, Sequence

from scheduler.domain.agenda import lay_out
from scheduler.domain.edits import Shortened
from scheduler.domain.forum import Forum
from scheduler.domain.listed import listed
from scheduler.domain.session import Session
from scheduler.rules import Rule
from scheduler.solving.relaxing.relaxations import Relaxation, price_of

_STEP = 5
"""Minutes to which lengths are rounded up."""

TO_FIT = "to-fit"
"""In the name of a relaxation that shortens only what is longer than every window."""

_ALWAYS = 10**9
"""More minutes than any forum lasts."""

_NARROWING = ("official-hours", "within")
"""The rules that say in which windows a session may be."""

Found = list[tuple[Session, tuple[int, ...]]]
"""Sessions, each with the lengths that it would have."""

Spans = list[tuple[int, int]]
"""Stretches of the forum's time, in minutes."""

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
        found = _of_kind(forum, kind, _shorter)
        if found:
            yield _offered(forum, rules, (kind,), found)


def fitting(forum: Forum, rules: Sequence[Rule]) -> Iterator[Relaxation]:
    """Offer to shorten only what is longer than every window it may be in, to the longest that fits.

    Parameters
    ----------
    forum
        The forum.
    rules
        Those of the clauses it follows.

    Yields
    ------
    Relaxation
        One for each kind of which some session fits nowhere, unless half as long is as long as fits.
    """

    def fit(session: Session) -> tuple[int, ...]:
        return _fitting(session, _longest(forum, rules, session))

    for kind in dict.fromkeys(session.kind for session in forum.sessions):
        found = _of_kind(forum, kind, fit)
        if found and found != _of_kind(forum, kind, _shorter):
            yield _offered(forum, rules, (kind, TO_FIT), found)


def _of_kind(forum: Forum, kind: str, shorter: Callable[[Session], tuple[int, ...]]) -> Found:
    """List the sessions that can be shorter, with their lengths then."""
    tried = ((session, shorter(session)) for session in forum.sessions if session.kind == kind)
    return [(session, lengths) for session, lengths in tried if lengths != session.lengths]


def _offered(forum: Forum, rules: Sequence[Rule], of: tuple[str, ...], found: Found) -> Relaxation:
    edits = tuple(Shortened(session.session, lengths) for session, lengths in found)
    widening = not forum.spared and all(_is_easier(forum, rules, session) for session, _ in found)
    return Relaxation("shorten", of, price_of(forum, "shorten"), edits, _sentence(found), widening)


def _fitting(session: Session, longest: int) -> tuple[int, ...]:
    """Return the lengths that fit; those that it has when its agenda does not allow them."""
    lengths = tuple(min(length, longest) for length in session.lengths)
    if longest <= 0 or (session.segments and lay_out(session.replace(minutes=lengths)) is None):
        return session.lengths
    return lengths


def _longest(forum: Forum, rules: Sequence[Rule], session: Session) -> int:
    """Return the minutes of the longest window that a session may be in, 0 when there is none."""
    spans: Spans = [(0, _ALWAYS)]
    for rule in rules:
        options = rule.options
        if (
            rule.name() in _NARROWING
            and hasattr(options, "sessions")
            and session in options.sessions.of(forum)
        ):
            spans = _common(spans, _windows(forum, rule))
    return max((end - start for start, end in spans), default=0)


def _windows(forum: Forum, rule: Rule) -> Spans:
    """List the windows of a rule: its own, or the official hours."""
    if hasattr(rule.options, "windows"):
        return [(one.start, one.end) for one in rule.options.windows]
    minute, clock = forum.clock.minute, forum.clock
    return [
        (minute(day.name, period.start), minute(day.name, period.end))
        for day in clock.days
        for period in clock.periods
    ]


def _common(some: Spans, others: Spans) -> Spans:
    both = ((max(a, c), min(b, d)) for a, b in some for c, d in others)
    return [(start, end) for start, end in both if start < end]


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


def _sentence(found: Found) -> str:
    """Name all sessions, those with the same lengths together."""
    said: dict[str, list[str]] = {}
    for session, lengths in found:
        now, then = _words(session.lengths), _words(lengths)
        said.setdefault(f"to {then} minutes instead of {now}", []).append(session.title)
    return f"Shorten {'; and '.join(f'{listed(titles)} {how}' for how, titles in said.items())}."


def _words(lengths: tuple[int, ...]) -> str:
    return str(lengths[0]) if len({*lengths}) == 1 else listed([str(length) for length in lengths])
