"""Mandates, their clauses, and what a clause's tier allows."""

from typing import Any, Literal

from pydantic import Field

from scheduler.domain.certainty import Sourced
from scheduler.domain.value import Identifier, Value

Tier = Literal["physical", "mandate", "practice", "preference"]
"""How firmly a clause binds: only ``preference`` may be broken, at a price."""

TIERS: tuple[Tier, ...] = ("physical", "mandate", "practice", "preference")


class Clause(Sourced):
    """One statement of a mandate: it cites a paragraph and names the rule that keeps it.

    ``options`` are the words of the file, typed by the rule; ``place`` says where they stand.
    """

    clause: str = Field(min_length=1, max_length=80, pattern=r"^[^\x00-\x1f]+$")
    paragraph: str = ""
    tier: Tier
    says: str = Field(min_length=1)
    rule: str
    options: dict[str, Any] = Field(default_factory=dict)
    mandate: Identifier
    place: str = ""

    @property
    def citation(self) -> str:
        """The paragraph in words, or that the clause cites none."""
        return f"paragraph {self.paragraph}" if self.paragraph else "no paragraph"


class Mandate(Value):
    """A document whose paragraphs bind the programme."""

    mandate: Identifier
    title: str
    source: str = ""
    kinds: tuple[Identifier, ...] = ()
    clauses: tuple[Clause, ...] = ()
