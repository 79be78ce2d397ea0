"""Whole processes, timed in alternation so that a busy machine slows all of them alike."""

import subprocess
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter

Command = Callable[[int], Sequence[str]]
"""Makes the command line of a round."""


@dataclass(frozen=True)
class Times:
    """Seconds that a command took, one entry a round."""

    seconds: tuple[float, ...]

    @property
    def typical(self) -> float:
        """The median in seconds."""
        return median(self.seconds)

    @property
    def least(self) -> float:
        """The least in seconds."""
        return min(self.seconds)


def alternate(
    commands: Mapping[str, Command], rounds: int, endings: Collection[int] = (0,)
) -> dict[str, Times]:
    """Run commands one after the other, again and again.

    Parameters
    ----------
    commands
        By name; round 0 warms the disk's cache and is not measured.
    rounds
        How often each is measured.
    endings
        The exit codes of a command that did not fail.

    Returns
    -------
    dict of str to Times
        By name.

    Raises
    ------
    RuntimeError
        A command failed; with what it said.
    """
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            took = _timed(command(number), endings)
            if number > 0:
                seconds[name].append(took)
    return {name: Times(tuple(took)) for name, took in seconds.items()}


def _timed(command: Sequence[str], endings: Collection[int]) -> float:
    begin = perf_counter()
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    took = perf_counter() - begin
    if ended.returncode not in endings:
        raise RuntimeError(f"{' '.join(command)} ended with {ended.returncode}: {ended.stdout}{ended.stderr}")
    return took
