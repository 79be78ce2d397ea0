"""Where a fact comes from, and how sure it is."""

from typing import Literal

from scheduler.domain.value import Value

Certainty = Literal["very-high", "high", "medium", "low", "assumption"]
"""How sure a fact is; an ``assumption`` has no official source and is shown as such everywhere."""


class Sourced(Value):
    """A value that can say where it comes from."""

    source: str = ""
    certainty: Certainty | None = None

    @property
    def is_assumption(self) -> bool:
        """Whether no official source gives this fact."""
        return self.certainty == "assumption"
