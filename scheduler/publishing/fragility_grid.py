"""The losses as tables of rooms, officers and teams, for a page and for a terminal."""

from collections.abc import Iterator
from dataclasses import dataclass

from scheduler.domain.forum import Forum
from scheduler.publishing.fragility_values import Effect, Fragility, Loss
from scheduler.publishing.plain_words import named

AWAY = "not at all"
"""The column of officers who cannot come at all."""


@dataclass(frozen=True)
class LossRow:
    """A room, an officer or a number of teams, with what each of its losses comes to."""

    name: str
    effects: tuple[Effect, ...]


@dataclass(frozen=True)
class LossTable:
    """Rows below half-days: ``columns`` has days with their periods."""

    title: str
    what: str
    columns: tuple[tuple[str, tuple[str, ...]], ...]
    rows: tuple[LossRow, ...]


def tables(found: Fragility) -> tuple[LossTable, ...]:
    """Put all losses into tables.

    Parameters
    ----------
    found
        What each loss comes to.

    Returns
    -------
    tuple of LossTable
        Rooms, officers and teams, each with at least one row.
    """
    forum = found.standing.forum
    clock = forum.clock
    days = tuple(
        (day.name, tuple(period.name for period in clock.periods_of(day.name))) for day in clock.days
    )
    rows = {sort: tuple(_rows(found, sort)) for sort in ("room", "officer", "teams")}
    everything = (
        LossTable("Rooms", "Room", days, rows["room"]),
        LossTable("Officers", "Officer", (*days, ("", (AWAY,))), rows["officer"]),
        LossTable("Interpretation teams", "Teams", (("", ("in all",)),), rows["teams"]),
    )
    return tuple(one for one in everything if one.rows)


def _rows(found: Fragility, sort: str) -> Iterator[LossRow]:
    """Yield a row for each thing; an officer's has all times last."""
    groups: dict[tuple[str, int], list[Effect]] = {}
    for effect in found.effects:
        if effect.loss.sort in (sort, "away" if sort == "officer" else sort):
            groups.setdefault((effect.loss.of, effect.loss.fewer), []).append(effect)
    forum = found.standing.forum
    for effects in groups.values():
        yield LossRow(_name(forum, effects[0].loss), tuple(effects))


def _name(forum: Forum, loss: Loss) -> str:
    if loss.sort == "teams":
        return f"{loss.fewer} fewer"
    name = forum.room_name(loss.of) if loss.sort == "room" else forum.party_name(loss.of)
    return named(name, loss.of)
