"""Examples beside those that rules show of themselves: what they are made of."""

from dataclasses import dataclass, field
from typing import Any

from scheduler.rules import Rule


@dataclass(frozen=True)
class More:
    """An example: what is said, and what the judge has to say of it.

    ``beside`` is put beside the forum's data of the rule's own examples, ``words`` beside their
    options; a value of ``None`` takes a word out.
    """

    said: Any
    wanted: tuple[Any, ...] = ()
    beside: dict[str, Any] = field(default_factory=dict)
    words: dict[str, Any] = field(default_factory=dict)

    def forum(self, rule: type[Rule]) -> dict[str, Any]:
        return {**rule.FORUM, **self.beside}

    def options(self, rule: type[Rule]) -> dict[str, Any]:
        return {key: value for key, value in {**rule.OPTIONS, **self.words}.items() if value is not None}


def agenda(*segments: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Show a plenary with segments, each titled after its name."""
    parts = [{"title": one["segment"].title(), **one} for one in segments]
    return {"sessions": {"plenary": {"segments": parts, **more}}}


def duties(session: str, *held: tuple[str, str | None, str | None]) -> dict[str, Any]:
    """Show who holds which role in a session, or in one of its segments."""
    found = [{"role": role, "party": party, "segment": segment} for role, party, segment in held]
    return {"sessions": {session: {"duties": found}}}
