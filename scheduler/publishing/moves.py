"""What moves from the last release to a timetable: how much, whether fewer is possible, and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from scheduler.domain.difference import Difference, DifferenceKind, difference
from scheduler.domain.fact_words import frozen_things
from scheduler.domain.given_state import state_of_release, state_of_timetable
from scheduler.domain.programme import LevelResult, Programme
from scheduler.domain.release import Acknowledgement, Release
from scheduler.domain.verdict import Charge
from scheduler.publishing.difference_words import sentences
from scheduler.publishing.plain_words import one_line

_RULE = "keep-to-release"
_WHAT = {
    "day": ("meeting moves to another day", "meetings move to another day"),
    "time": ("meeting moves to another time", "meetings move to another time"),
    "room": ("meeting moves to another room", "meetings move to another room"),
    "place": ("meeting moves in all", "meetings move in all"),
    "segments": ("segment is shifted", "segments are shifted"),
}
_KINDS: tuple[DifferenceKind, ...] = ("day", "time", "room")
"""Ways to move, each kept down before the next; fewer of one may be had for more of those before."""
_IN_WORDS: frozenset[DifferenceKind] = frozenset({"title", "duty"})
"""Kinds whose sentence says already what the changed fact does."""


@dataclass(frozen=True)
class Moves:
    """What moves, in sentences.

    ``counts`` say how many, with the proof; ``changed`` the facts that are otherwise; ``frozen`` what
    the command was told to hold; ``moves`` what is otherwise with each meeting, with its cause.
    """

    release: int
    from_scratch: bool = False
    counts: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    frozen: tuple[str, ...] = ()
    moves: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What stands above them."""
        return f"Since release {self.release}{' (made from scratch)' if self.from_scratch else ''}"


def moves_of(programme: Programme) -> Moves | None:
    """Say what moves.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    Moves or None
        ``None`` without a release. Where it was passed over, nothing is known of fewer moves.
    """
    release = programme.forum.release
    if release is None:
        return None
    found = _difference(programme, release)
    counts = _counted(found) if programme.from_scratch else _counts(programme)
    return Moves(
        release=release.number,
        from_scratch=programme.from_scratch,
        counts=(*(tuple(counts) or ("Nothing moves.",)), *_zones(found)),
        changed=tuple(f"{one_line(one[:1].upper() + one[1:])}." for one in programme.changed),
        frozen=tuple(
            f"{one_line(thing)} stays where the last release has it."
            for thing in frozen_things(programme.forum)
        ),
        moves=tuple(_moves(programme, found)),
    )


def _difference(programme: Programme, release: Release) -> Difference:
    forum = programme.forum
    before = state_of_release(release, forum, programme.earlier.get(release.number))
    return difference(before, state_of_timetable(forum, programme.timetable))


def _zones(found: Difference) -> Iterator[str]:
    """Say that the times are others because the zone is; then each meeting is told with both."""
    if found.has_two_zones:
        yield (
            f"Times are now those of {found.now.timezone}, no longer those of {found.before.timezone}: "
            "below, each meeting is told with both."
        )


def _counted(found: Difference) -> Iterator[str]:
    """Count what moves, where no level of the objective does."""
    for kind in _KINDS:
        number = sum(kind in one.kinds for one in found.meetings)
        if number:
            yield f"{number} {_WHAT[kind][number != 1]}."


def _counts(programme: Programme) -> Iterator[str]:
    clauses, above = {one.clause: one for one in programme.forum.all_clauses}, list[str]()
    for level in programme.levels:
        clause = clauses.get(level.clauses[0]) if len(level.clauses) == 1 else None
        counted = clause and clause.rule == _RULE and clause.options.get("count", "meetings") == "meetings"
        if clause and counted:
            what = clause.options["what"]
            if level.value:
                yield _count(level, _WHAT[what], [kind for kind in _KINDS if kind in above])
            above.append(what)


def _count(level: LevelResult, words: tuple[str, str], above: list[str]) -> str:
    proof = "fewer is impossible" if level.proven else f"at least {level.bound} have to"
    if above:
        kinds = " or ".join(filter(None, (", ".join(above[:-1]), above[-1])))
        proof += f" unless more move to another {kinds}"
    return f"{level.value} {words[level.value != 1]}; {proof}."


def _moves(programme: Programme, found: Difference) -> Iterator[str]:
    for one in found.meetings:
        because = "" if _IN_WORDS.issuperset(one.kinds) else programme.because.get(one.meeting, "")
        for number, sentence in enumerate(sentences(one, found)):
            cause = f", because {one_line(because)}" if because and number == 0 else ""
            yield f"{sentence}{cause}."


def other_charges(programme: Programme) -> tuple[Charge, ...]:
    """List what preferences cost beside the moves, which are said with their causes.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    tuple of Charge
        In the order of the verdict.
    """
    staying = {one.clause for one in programme.forum.all_clauses if one.rule == _RULE}
    return tuple(one for one in programme.verdict.charges if one.clause not in staying)


def lapses(programme: Programme) -> Iterator[str]:
    """Say which acknowledgements of the last release do not stand any more, and why.

    Parameters
    ----------
    programme
        What is handed out.

    Yields
    ------
    str
        A sentence for each.
    """
    number = programme.forum.release.number if programme.forum.release else 0
    why = {one.acknowledgement: one.because for one in programme.lapses}
    for one in programme.lapsed:
        said = _with_facts(programme, one, why[one]) if one in why else _now_said(programme, one)
        yield f"The acknowledgement of {one.clause} in release {number} has lapsed, as {one_line(said)}."


def _with_facts(programme: Programme, lapsed: Acknowledgement, because: str) -> str:
    now = _sentences(programme, lapsed)
    if not now:
        return f'{because}; it was for "{lapsed.sentence}"'
    if lapsed.sentence in now:
        return f'{because}, although the judge still says "{lapsed.sentence}"'
    return f'{because}; the judge now says "{now[0]}", no longer "{lapsed.sentence}"'


def _now_said(programme: Programme, lapsed: Acknowledgement) -> str:
    now = _sentences(programme, lapsed)
    if not now:
        return f'the judge no longer says "{lapsed.sentence}"'
    if lapsed.sentence in now:
        return f'facts under it have changed, although the judge still says "{lapsed.sentence}"'
    return f'the judge now says "{now[0]}", no longer "{lapsed.sentence}"'


def _sentences(programme: Programme, lapsed: Acknowledgement) -> list[str]:
    """List what the judge says now of the clause and the subject of an acknowledgement."""
    about = (lapsed.clause, lapsed.subject)
    return [one.sentence for one in programme.verdict.breaches if (one.clause, one.subject) == about]
