"""Other timetables that are as good: all of them, or some that are as different as possible."""

from scheduler.solving.alternatives.alike import Alike, alike
from scheduler.solving.alternatives.bounded import Bounded, Contradicted, Unfinished, distance, spots_of
from scheduler.solving.alternatives.copies import Copies
from scheduler.solving.alternatives.different import Found, Proof, Wanted, different
from scheduler.solving.alternatives.enumerating import every

__all__ = [
    "Alike",
    "Bounded",
    "Contradicted",
    "Copies",
    "Found",
    "Proof",
    "Unfinished",
    "Wanted",
    "alike",
    "different",
    "distance",
    "every",
    "spots_of",
]
