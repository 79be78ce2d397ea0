"""What moves from the last release to a timetable: how much, whether fewer is possible, and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from scheduler.domain.difference import difference
from scheduler.domain.fact_words import frozen_things
from scheduler.domain.given_state import state_of_release, state_of_timetable
from scheduler.domain.programme import LevelResult, Programme
from scheduler.domain.release import Acknowledgement
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
_KINDS = ("day", "time", "room")
"""Ways to move, each kept down before the next; fewer of one may be had for more of those before."""


@dataclass(frozen=True)
class Moves:
    """What moves, in sentences.

    ``counts`` say how many, with the proof; ``changed`` the facts that are otherwise; ``frozen`` what
    the command was told to hold; ``moves`` what is otherwise with each meeting, with its cause.
    """

    release: int
    counts: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    frozen: tuple[str, ...] = ()
    moves: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What stands above them."""
        return f"Since release {self.release}"


def moves_of(programme: Programme) -> Moves | None:
    """Say what moves.

    Parameters
    ----------
    programme
        What is handed out.

    Returns
    -------
    Moves or None
        ``None`` without a release, or where it was passed over.
    """
    release = programme.forum.release
    if release is None or programme.from_scratch:
        return None
    return Moves(
        release=release.number,
        counts=tuple(_counts(programme)) or ("Nothing moves.",),
        changed=tuple(f"{one_line(one[:1].upper() + one[1:])}." for one in programme.changed),
        frozen=tuple(
            f"{one_line(thing)} stays where the last release has it."
            for thing in frozen_things(programme.forum)
        ),
        moves=tuple(_moves(programme)),
    )


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


def _moves(programme: Programme) -> Iterator[str]:
    release, forum = programme.forum.release, programme.forum
    assert release is not None  # asked only where there is one
    then = programme.earlier.get(release.number)
    before = state_of_release(release, forum, then)
    found = difference(before, state_of_timetable(forum, programme.timetable))
    for one in found.meetings:
        because = programme.because.get(one.meeting)
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
    for one in programme.lapsed:
        said = one_line(f'{_now_said(programme, one)} "{one.sentence}"')
        yield f"The acknowledgement of {one.clause} in release {number} has lapsed, as {said}."


def _now_said(programme: Programme, lapsed: Acknowledgement) -> str:
    about = (lapsed.clause, lapsed.subject)
    now = [one.sentence for one in programme.verdict.breaches if (one.clause, one.subject) == about]
    if not now:
        return "the judge no longer says"
    if lapsed.sentence in now:
        return "facts under it have changed, although the judge still says"
    return f'the judge now says "{now[0]}", no longer'
