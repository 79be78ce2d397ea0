"""What it costs a forum to relax something: the prices of ways out of an impossible forum."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal, get_args

from pydantic import Field

RelaxationSort = Literal[
    "drop-pin",
    "open-room",
    "officer",
    "reopen-room",
    "shorten",
    "interpretation-team",
    "evening",
    "set-aside",
]
"""What can be relaxed; never a mandate."""

SORTS: tuple[RelaxationSort, ...] = get_args(RelaxationSort)
"""All sorts, the cheapest first."""

Cost = Annotated[int, Field(ge=0, le=1000)]
"""What one relaxation of a sort costs; only the order of sums matters."""

COSTS: Mapping[RelaxationSort, int] = MappingProxyType(
    {
        "drop-pin": 1,
        "open-room": 2,
        "officer": 3,
        "reopen-room": 4,
        "shorten": 4,
        "interpretation-team": 5,
        "evening": 6,
        "set-aside": 6,
    }
)
"""Where a forum says nothing else. An assumption: what one planner decides alone is cheaper than what needs
others, and that is cheaper than what leaves the practice of the venue."""
