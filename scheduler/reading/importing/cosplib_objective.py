"""The objective of a CoSPLib workbook as clauses: each term of it a preference, times its weight."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scheduler.domain.maybe import maybe
from scheduler.reading.importing.cosplib_sheets import Penalties, Row, Workbook

_WEIGHT_NAME, _WEIGHT = 3, 4
_HOURS = 1
_PENALTIES, _NAMED = 7, 5
"""The first column of penalties in the sheet of submissions; so many names are said at most."""

Clause = dict[str, Any]


@dataclass(frozen=True)
class Names:
    """Ids of what a workbook has, by its names, and the minutes of a slot."""

    tracks: Mapping[str, str]
    periods: Mapping[str, str]
    rooms: Mapping[str, str]
    sessions: Mapping[str, str]
    slot: int


def objective(book: Workbook, names: Names) -> list[Clause]:
    """Read the weights and what they weigh.

    Parameters
    ----------
    book
        The workbook.
    names
        Ids of what it has.

    Returns
    -------
    list of dict
        Clauses in the words of ``clauses.yaml``; terms without weight or without anything to weigh are left
        out.
    """
    parameters = _Parameters(book)
    parameters.refuse_others()
    terms = _Terms(book, names, parameters)
    return [clause for clause in terms.clauses() if clause]


class _Parameters:
    """The sheet of parameters: labels with values beside them, weights in a second pair of columns."""

    def __init__(self, book: Workbook) -> None:
        head = book.head("parameters")
        self._rows = [Row(book, "parameters", line, head, cells) for line, cells in book.sheets["parameters"]]
        self._book = book

    def weight(self, name: str) -> int:
        """Return the weight of a term; 0 where it has none."""
        for row in self._rows:
            if row.text(_WEIGHT_NAME).rstrip(":").casefold() == name.casefold():
                return row.number(_WEIGHT)
        return 0

    def refuse_others(self) -> None:
        """Refuse weights of terms that are not known: what they weigh would be left out."""
        known = {name.casefold(): name for name in _WEIGHTS}
        for row in self._rows:
            label = row.text(_WEIGHT_NAME).rstrip(":")
            if row.text(_WEIGHT) and label.casefold() not in known:
                row.problem(_WEIGHT_NAME, f"there is no weight '{label}'.{maybe(label, list(_WEIGHTS))}")

    def below(self, title: str, label: str) -> Row | None:
        """Return the row with a label that comes next after a title."""
        texts = [row.text(0).rstrip(":").casefold() for row in self._rows]
        if title.casefold() in texts:
            first = texts.index(title.casefold())
            for row, text in zip(self._rows[first:], texts[first:], strict=True):
                if text == label.casefold():
                    return row
        sentence = f"sheet parameters: there is no '{label}' below '{title}'. Maybe add it"
        self._book.problems.add(self._book.file.name, None, "", "", sentence)
        return None


class _Terms:
    def __init__(self, book: Workbook, names: Names, parameters: _Parameters) -> None:
        self._book, self._names, self._parameters = book, names, parameters

    def clauses(self) -> Iterator[Clause | None]:
        """Yield a clause for each term."""
        yield self._tracks("tracks_sessions|penalty", "Tracks_Sessions|Penalty", "period")
        yield self._tracks("tracks_rooms|penalty", "Tracks_Rooms|Penalty", "room")
        yield self._rooms()
        yield self._similar()
        for name, rule, says in _TRACKS:
            yield self._simple(name, rule, says)
        yield self._hours()
        yield self._simple("Submissions Order", "numbered-in-track", "Submissions come at their place.")
        yield self._submissions("Submissions_Sessions|Penalty", "period", self._names.periods)
        yield self._submissions("Submissions_Rooms|Penalty", "room", self._names.rooms)
        for name, says, options in _PEOPLE:
            yield self._simple(name, "nobody-in-two-rooms", says, **options)
        yield self._simple("Chairs Conflicts", "chairs-in-one-room", "A chair is in one room at a time.")

    def _simple(self, name: str, rule: str, says: str, **options: Any) -> Clause | None:
        weight = self._parameters.weight(name)
        return _clause(name, rule, says, **options, cost=weight) if weight else None

    def _tracks(self, sheet: str, name: str, across: str) -> Clause | None:
        """Charge what a track costs in a period or a room."""
        columns = self._names.periods if across == "period" else self._names.rooms
        found = self._book.penalties(sheet, list(self._names.tracks), list(columns))
        ids = {(self._names.tracks[one], columns[other]): cost for (one, other), cost in found.items()}
        rows = _grouped(ids, "track", across, self._parameters.weight(name))
        says = f"Tracks have {across}s that suit them."
        return _clause(name, "track-costs", says, costs=rows) if rows else None

    def _rooms(self) -> Clause | None:
        """Charge what any track costs in a room in a period."""
        names = self._names
        found = self._book.penalties("sessions_rooms|penalty", list(names.periods), list(names.rooms))
        ids = {(names.periods[one], names.rooms[other]): cost for (one, other), cost in found.items()}
        rows = _grouped(ids, "period", "room", self._parameters.weight("Sessions_Rooms|Penalty"))
        says = "Rooms are used in the periods in which they should be."
        return _clause("Sessions_Rooms|Penalty", "track-costs", says, costs=rows) if rows else None

    def _similar(self) -> Clause | None:
        """Charge similar tracks, of which the sheet has each pair above its diagonal, or below."""
        tracks, weight = list(self._names.tracks), self._parameters.weight("Similar Tracks")
        found = self._book.penalties("similar tracks", tracks, tracks)
        costs = {
            (one, other): max(found.get((one, other), 0), found.get((other, one), 0)) for one, other in found
        }
        pairs = [pair for pair in costs if tracks.index(pair[0]) < tracks.index(pair[1])]
        pairs += [(two, one) for one, two in costs if tracks.index(one) > tracks.index(two)]
        similar = [
            {"tracks": [self._names.tracks[one] for one in pair], "cost": weight * self._worth(costs, pair)}
            for pair in dict.fromkeys(pairs)
        ]
        says = "Similar tracks are not held at once."
        named = weight and similar
        return _clause("Similar Tracks", "not-beside-similar", says, similar=similar) if named else None

    @staticmethod
    def _worth(costs: Penalties, pair: tuple[str, str]) -> int:
        return max(costs.get(pair, 0), costs.get((pair[1], pair[0]), 0))

    def _submissions(self, name: str, across: str, columns: Mapping[str, str]) -> Clause | None:
        """Charge what a submission costs in a period or a room, for each of its slots."""
        numbers = self._columns(list(columns), 0 if across == "period" else len(self._names.periods))
        found: dict[tuple[str, str], int] = {}
        for row in self._book.rows("submissions"):
            costs = {columns[column]: row.number(number) for number, column in numbers if row.text(number)}
            session = self._names.sessions.get(row.text(0))
            found |= {(session, column): cost for column, cost in costs.items() if session and cost}
        rows = _grouped(found, "session", across, self._parameters.weight(name))
        says, each = f"Submissions have {across}s that suit them.", self._names.slot
        return _clause(name, "session-costs", says, costs=rows, **{"each-minutes": each}) if rows else None

    def _columns(self, wanted: list[str], behind: int) -> list[tuple[int, str]]:
        """Find the columns of sessions, or of rooms behind them; a column of something else is a problem."""
        head, first = self._book.head("submissions"), _PENALTIES + behind
        rows = self._book.sheets["submissions"]
        columns = list(enumerate(head[first : first + len(wanted)], first))
        for _, name in columns:
            if name not in wanted:
                sentence = f"sheet submissions: here should be one of {', '.join(wanted[:_NAMED])}"
                self._book.problems.add(
                    self._book.file.name, rows[0][0], name, name, f"{sentence}. Maybe {wanted[0]}"
                )
        return [(number, name) for number, name in columns if name in wanted]

    def _hours(self) -> Clause | None:
        """Charge the hours at which it is night for those who submitted."""
        weight = self._parameters.weight("Submissions_Timezones")
        if not weight:
            return None
        options: Clause = {}
        for title, name in (("Suitable", "suitable"), ("Less suitable", "tolerable")):
            for label, edge in (("From", "from"), ("To", "until")):
                row = self._parameters.below(f"{title} scheduling times", label)
                at = row.at(_HOURS) if row else None
                options[f"{name}-{edge}"] = f"{at:%H:%M}" if at else ""
        for title, name in (("Less suitable", "tolerable"), ("Unsuitable", "unsuitable")):
            row = self._parameters.below(f"{title} scheduling times", "Penalty")
            options[f"{name}-cost"] = weight * row.number(_HOURS) if row else 0
        says = "Nobody has to present at night."
        more = {"level": "period", "each-minutes": self._names.slot}
        return _clause("Submissions_Timezones", "local-hours", says, **options, **more)


_WEIGHTS = (
    "Tracks_Sessions|Penalty",
    "Tracks_Rooms|Penalty",
    "Sessions_Rooms|Penalty",
    "Similar Tracks",
    "Number of Rooms per Track",
    "Parallel Tracks",
    "Consecutive Tracks",
    "Submissions_Timezones",
    "Submissions Order",
    "Submissions_Sessions|Penalty",
    "Submissions_Rooms|Penalty",
    "Presenters Conflicts",
    "Attendees Conflicts",
    "Chairs Conflicts",
    "Presenters Conflicts Timeslot Level",
    "Attendees Conflicts Timeslot Level",
)
"""The terms of the objective, as the sheet of parameters calls them."""

_TRACKS = (
    ("Number of Rooms per Track", "few-rooms", "A track has few rooms."),
    ("Parallel Tracks", "not-beside-itself", "A track is in one room at a time."),
    ("Consecutive Tracks", "contiguous-track", "A track goes on from period to period."),
)

_ATTENDEES: Clause = {"roles": ["attendee"], "with-roles": ["attendee", "presenter", "chair"]}

_PEOPLE: tuple[tuple[str, str, Clause], ...] = (
    ("Presenters Conflicts", "A presenter is in one room in a period.", {"roles": ["presenter"]}),
    ("Attendees Conflicts", "An attendee is wanted in one room in a period.", _ATTENDEES),
    (
        "Presenters Conflicts Timeslot Level",
        "A presenter is in one room at a time.",
        {"roles": ["presenter"], "level": "minute"},
    ),
    (
        "Attendees Conflicts Timeslot Level",
        "An attendee is wanted in one room at a time.",
        {**_ATTENDEES, "level": "minute"},
    ),
)


def _clause(name: str, rule: str, says: str, **options: Any) -> Clause:
    words = "".join(one if one.isalnum() else "-" for one in name.casefold())
    plain = "-".join(part for part in words.split("-") if part)
    return {
        "clause": f"cosplib/{plain}",
        "tier": "preference",
        "says": says,
        "rule": rule,
        **options,
        "source": "the imported workbook",
        "certainty": "assumption",
    }


def _grouped(found: Penalties, down: str, across: str, weight: int) -> list[Clause]:
    """Put what costs the same in the same columns into one row."""
    costs: dict[str, dict[int, list[str]]] = {}
    for (one, other), cost in found.items():
        costs.setdefault(one, {}).setdefault(cost, []).append(other)
    rows: dict[tuple[int, tuple[str, ...]], list[str]] = {}
    for one, by_cost in costs.items():
        for cost, columns in by_cost.items():
            rows.setdefault((cost, tuple(columns)), []).append(one)
    return [
        {down: names, across: list(columns), "cost": weight * cost}
        for (cost, columns), names in (rows.items() if weight else ())
    ]


def levels(clauses: Iterable[Clause]) -> tuple[tuple[str, ...], ...]:
    """Put all preferences into one level: the workbook adds them up.

    Parameters
    ----------
    clauses
        All clauses.

    Returns
    -------
    tuple of tuple of str
        One level, or none where there are no preferences.
    """
    names: Sequence[str] = [one["clause"] for one in clauses if one["tier"] == "preference"]
    return (tuple(names),) if names else ()
