"""How a contradiction is said: the pins with who and why, and the clauses with their paragraphs."""

from collections.abc import Sequence

from scheduler.domain.clause import Clause
from scheduler.domain.forum import Forum
from scheduler.domain.timetable import Placement, Timetable, arranged
from scheduler.meeting_options import PlaceOptions, ReleasedOptions
from scheduler.rules import Rule, TimetableRule

_NOUNS = {"stays-as-released": "pin", "not-as-released": "ban", "held-in": "pin", "not-in": "not-at"}
_UNVERIFIED = "In the time given it was not verified that all of this matters."
_MOST = 3
"""How many of the judge's sentences are worth reading."""


def sentence_of(
    forum: Forum, pins: Sequence[TimetableRule], clauses: Sequence[TimetableRule], *, verified: bool
) -> str:
    """Say which pins cannot be kept, and why.

    Parameters
    ----------
    forum
        The forum.
    pins
        Rules of the pins.
    clauses
        Rules of the clauses that they contradict.
    verified
        Whether it was confirmed that all of them matter.

    Returns
    -------
    str
        Full sentences, with who and why, and file and line of each pin that stands in one.
    """
    said = [pin_words(forum, pin) for pin in pins]
    subject = " and ".join((said[0], *(f"{one[:1].lower()}{one[1:]}" for one in said[1:])))
    if not verified and not clauses:
        return f"{subject} cannot be kept with all other clauses. {_UNVERIFIED}"
    parts = [f"{subject} {_verb(len(pins), clauses)}.", *_judged(forum, pins, clauses)]
    return " ".join(parts if verified else [*parts, _UNVERIFIED])


def pin_words(forum: Forum, pin: Rule) -> str:
    """Say what a pin holds, or keeps away.

    Parameters
    ----------
    forum
        The forum.
    pin
        The rule of a pin.

    Returns
    -------
    str
        A subject for a sentence, with who and why, and file and line where it stands in one.
    """
    options, source = pin.options, pin.clause.source.rstrip(".")
    assert isinstance(options, PlaceOptions | ReleasedOptions)  # pins have no other rules
    where = options.words(forum) if isinstance(options, PlaceOptions) else ""
    known = "; ".join(filter(None, (where, source, pin.clause.place)))
    return f"The {_NOUNS[pin.clause.rule]} of {options.what.words(forum)} ({known})"


def _verb(pins: int, clauses: Sequence[Rule]) -> str:
    cited = "; and ".join(_cited(rule.clause) for rule in clauses)
    if pins == 1:
        return f"contradicts {cited}" if cited else "cannot be kept: the forum has no such time or room"
    return f"together contradict {cited}" if cited else "contradict each other"


def _cited(clause: Clause) -> str:
    paragraph = f", {clause.citation}" if clause.paragraph else ""
    return f"{clause.clause}{paragraph}: {clause.says.rstrip('.')}"


def _judged(forum: Forum, pins: Sequence[Rule], clauses: Sequence[TimetableRule]) -> list[str]:
    """Let the clauses judge what is pinned alone, where nothing that is missing can break them."""
    timetable = _pinned(forum, pins)
    judges = [rule for rule in clauses if rule.NARROWS or rule.clause.tier == "physical"]
    found = [breach.sentence for rule in judges for breach in rule.breaches(forum, timetable)]
    return [f"Where it is pinned, {sentence}." for sentence in found[:_MOST]]


def _pinned(forum: Forum, pins: Sequence[Rule]) -> Timetable:
    """Hold the meetings that stay where a release has them, for as long as they last now."""
    held = [
        place
        for pin in pins
        if pin.clause.rule == "stays-as-released" and isinstance(pin.options, ReleasedOptions)
        for place in pin.options.places(forum)
    ]
    lengths = {meeting.id: meeting.minutes for meeting in forum.meetings}
    places = {place.meeting: _lasting(place, lengths[place.meeting]) for place in held}
    return arranged(list(places.values()))


def _lasting(place: Placement, minutes: int) -> Placement:
    return place.replace(end=place.start + minutes)
