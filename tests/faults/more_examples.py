"""Examples beside those that rules show of themselves: the edges that a planner need not see."""

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
    wanted: list[Any] = field(default_factory=list)
    beside: dict[str, Any] = field(default_factory=dict)
    words: dict[str, Any] = field(default_factory=dict)

    def forum(self, rule: type[Rule]) -> dict[str, Any]:
        return {**rule.FORUM, **self.beside}

    def options(self, rule: type[Rule]) -> dict[str, Any]:
        return {key: value for key, value in {**rule.OPTIONS, **self.words}.items() if value is not None}


MORE: dict[str, tuple[More, ...]] = {}
