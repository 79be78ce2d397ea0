"""What planners hold where it is, or keep from somewhere, and the clauses that this makes."""

from collections.abc import Iterable
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from scheduler.domain.clause import Clause
from scheduler.domain.forum import Forum
from scheduler.domain.maybe import natural
from scheduler.domain.value import Value
from scheduler.meeting_options import PINS, MeetingSelector, ReleasedSelector
from scheduler.rules import Rule, active_rules

_RULES = {"pin": "stays-as-released", "ban": "not-as-released", "at": "held-in", "not-at": "not-in"}
_LONGEST_NAME = 60


def _one_line(words: Any) -> Any:
    return " ".join(words.split()) if isinstance(words, str) else words


def _several(words: Any) -> Any:
    return [words] if isinstance(words, str) else words


Words = Annotated[str, Field(min_length=1), BeforeValidator(_one_line)]
Several = Annotated[tuple[str, ...], BeforeValidator(_several)]


class Pin(Value):
    """An entry of ``pins.yaml``: one of ``pin``, ``ban``, ``at`` and ``not-at``, by whom and why.

    ``pin`` and ``ban`` speak of a ``release``, ``at`` and ``not-at`` of windows and rooms.
    """

    pin: ReleasedSelector | None = None
    ban: ReleasedSelector | None = None
    at: MeetingSelector | None = None
    not_at: MeetingSelector | None = None
    release: int | None = Field(default=None, ge=1)
    window: Several = ()
    room: Several = ()
    by: Words
    because: Words

    @model_validator(mode="after")
    def _one_verb(self) -> Self:
        said = [verb for verb in _RULES if getattr(self, verb.replace("-", "_")) is not None]
        if len(said) != 1:
            found = f"{' and '.join(said)} stand" if said else "none of pin, ban, at and not-at stands"
            raise ValueError(f"{found} in one entry. Maybe write one of them in each")
        of_release, placed = self.verb in ("pin", "ban"), bool(self.window or self.room)
        if of_release and placed:
            raise ValueError(f"{self.verb} takes no window and no room. Maybe at, or not-at")
        if not of_release and self.release is not None:
            raise ValueError(f"{self.verb} takes no release. Maybe pin, or ban")
        if not of_release and not placed:
            raise ValueError(f"{self.verb} says neither when nor where. Maybe add a window or a room")
        if self.verb == "ban" and self.release is None:
            raise ValueError("ban does not say of which release. Maybe add release: with its number")
        return self

    @property
    def verb(self) -> str:
        """Which of ``pin``, ``ban``, ``at`` and ``not-at`` it is."""
        return next(verb for verb in _RULES if getattr(self, verb.replace("-", "_")) is not None)

    @property
    def what(self) -> MeetingSelector:
        """What it speaks of."""
        what = self.pin or self.ban or self.at or self.not_at
        assert what is not None  # one of them stands in every entry
        return what

    @property
    def options(self) -> dict[str, Any]:
        """Options of the rule that keeps it."""
        sort, name = self.what.chosen
        if self.verb in ("pin", "ban"):
            release = {} if self.release is None else {"release": self.release}
            return {"what": {sort: name}, **release}
        return {"what": {sort: name}, "windows": list(self.window), "rooms": list(self.room)}

    def says(self, forum: Forum) -> str:
        """Say it in one sentence.

        Parameters
        ----------
        forum
            The forum.

        Returns
        -------
        str
            With who and why. The last release has no number in it: the sentence stays the same
            when another one is made.
        """
        name = self.what.words(forum)
        given = "the last release has it" if self.release is None else f"release {self.release} has it"
        rooms = " or ".join(forum.room_name(room) for room in self.room)
        where = ", ".join(part for part in (" or ".join(self.window), rooms and f"in {rooms}") if part)
        promise = {
            "pin": f"stays where {given}",
            "ban": f"is not held where {given}",
            "at": f"is held {where}",
            "not-at": f"is not held {where}",
        }
        because = f"{self.by}: {self.because.rstrip('.')}"
        return f"{name[:1].upper()}{name[1:]} {promise[self.verb]}, says {because}."


def identifiers(pins: Iterable[Pin], verb: str = "") -> dict[Pin, str]:
    """Name the clauses of pins.

    Parameters
    ----------
    pins
        In any order: names depend on what the pins say alone.
    verb
        What stands in a name in the place of the pin's own verb.

    Returns
    -------
    dict of Pin to str
        Such as ``pins/pin-round-table-1``; a number stands behind a name that several would have.
    """
    found: dict[str, list[Pin]] = {}
    for pin in sorted(set(pins), key=lambda one: one.model_dump_json()):
        stem = f"{PINS}/{verb or pin.verb}-{pin.what.chosen[1][:_LONGEST_NAME]}"
        found.setdefault(stem, []).append(pin)
    return {
        pin: stem if number == 1 else f"{stem}-{number}"
        for stem, named in found.items()
        for number, pin in enumerate(named, 1)
    }


def clause_of(pin: Pin, name: str, forum: Forum) -> Clause:
    """Make the clause of a pin.

    Parameters
    ----------
    pin
        The pin.
    name
        Id of the clause.
    forum
        The forum.

    Returns
    -------
    Clause
        Of tier practice: it is the planner's own decision.
    """
    return Clause(
        clause=name,
        tier="practice",
        says=pin.says(forum),
        rule=_RULES[pin.verb],
        options=pin.options,
        mandate=PINS,
        source=f"{pin.by}: {pin.because}",
    )


def with_clauses(forum: Forum, clauses: Iterable[Clause]) -> tuple[Forum, tuple[Rule, ...]]:
    """Let a forum follow pins beside those that it has.

    Parameters
    ----------
    forum
        The forum.
    clauses
        Of pins.

    Returns
    -------
    tuple of Forum and tuple of Rule
        With the pins behind its own clauses, and the rules of all clauses that it follows.
    """
    own = tuple(one for one in forum.clauses if one.mandate != PINS)
    pinned = [one for one in forum.clauses if one.mandate == PINS]
    found = sorted((*pinned, *clauses), key=lambda one: natural(one.clause))
    changed = forum.replace(clauses=(*own, *found))
    return changed, active_rules(changed)
