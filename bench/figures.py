"""Figures as a table: what was measured, as a ratio, beside what is aimed at."""

from collections.abc import Iterable
from dataclasses import dataclass

from bench.timing import Times


@dataclass(frozen=True)
class Figure:
    """A time as a ratio to another, with the most that is aimed at."""

    name: str
    ours: Times
    base: Times
    aim: float

    @property
    def ratio(self) -> float:
        """The ratio of the medians."""
        return self.ours.typical / self.base.typical

    @property
    def met(self) -> bool:
        """Whether the ratio is at most what is aimed at."""
        return self.ratio <= self.aim

    @property
    def line(self) -> str:
        """The figure in one line."""
        least = self.ours.least / self.base.least
        verdict = "met" if self.met else "MISSED"
        return (
            f"{self.name:<48} {self.ours.typical:7.3f} s {self.base.typical:7.3f} s "
            f"{self.ratio:6.3f} {least:6.3f}  at most {self.aim:<5g} {verdict}"
        )


def table(title: str, figures: Iterable[Figure]) -> str:
    """Write figures below a title.

    Parameters
    ----------
    title
        Says what the ratio is taken to.
    figures
        One line each.

    Returns
    -------
    str
        Lines; the last one is ended.
    """
    head = f"{'':<48} {'median':>9} {'base':>9} {'ratio':>6} {'of min':>6}  aim"
    return "".join(f"{line}\n" for line in (title, head, *(figure.line for figure in figures)))
