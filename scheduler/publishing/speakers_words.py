"""What is said before and after a list of speakers: figures, proof, what has happened, who is not listed."""

from collections.abc import Iterator
from typing import NamedTuple

from scheduler.domain.programme import LevelResult, Status
from scheduler.domain.second_words import spelled as length_words
from scheduler.domain.speakers_plan import Outcome, SpeakersPlan
from scheduler.publishing.heading_words import placeholder_words
from scheduler.publishing.plain_words import named, one_line
from scheduler.publishing.statement_words import moment_of
from scheduler.publishing.wall_times import zone_words

_PROOFS: dict[Status, str] = {
    "optimal": "No list departs less from the plain order.",
    "feasible": "Time ran out before the proof: a list that departs less from the plain order may exist, and "
    "another run may give another list.",
    "impossible": "No list keeps all that has to be kept.",
    "unknown": "No list was found in the time given, and none was proven impossible.",
    "invalid": "The solver refused the model: there is no list.",
}

_AGAIN = (
    "After what has happened, this is the order of the list before, with what was asked for in its place."
)


class Happened(NamedTuple):
    """What an event has done to a list, in sentences; ``refused`` is empty where it was done."""

    what: str
    changes: tuple[str, ...]
    refused: str


class Head(NamedTuple):
    """What stands at the head of a list: the forum, what about it only stands in, its session, the zone."""

    title: str
    placeholder: str
    session: str
    zone: str
    counted: str


def head_of(plan: SpeakersPlan) -> Head:
    """Say what a list is of.

    Parameters
    ----------
    plan
        The list with all that is said about it.

    Returns
    -------
    Head
        Its session is empty where the debate is in no session of the forum.
    """
    forum = plan.forum
    meetings = (forum.meeting_by_id.get(one.meeting) for one in plan.stretches)
    sessions = dict.fromkeys(meeting.session for meeting in meetings if meeting)
    titles = (named(forum.session_by_id[one].title, one) for one in sessions)
    moments = (moment_of(forum.clock, one.start) for one in plan.stretches)
    return Head(
        title=named(forum.title, forum.forum),
        placeholder=placeholder_words(forum),
        session=", ".join(titles),
        zone=zone_words(forum.clock.timezone, moments),
        counted=_counted(plan),
    )


def _counted(plan: SpeakersPlan) -> str:
    """Count statements, those that have been made, and rights of reply."""
    replies = sum(one.estimate.reply > 0 for one in plan.entries)
    statements = len(plan.entries) - replies
    made = sum(one.spoken for one in plan.entries)
    said = [_number(statements, "statement") if statements else "No statement is listed"]
    said += [_number(replies, "right of reply", "rights of reply")] if replies else []
    said += [f"{made} of them already made"] if made else []
    return f"{', '.join(said)}. Times are estimates: they change with the statements before."


def _number(count: int, word: str, several: str = "") -> str:
    return f"{count} {word if count == 1 else several or f'{word}s'}"


def sentence(text: str) -> str:
    """Make a text a sentence.

    Parameters
    ----------
    text
        Words with or without a full stop.

    Returns
    -------
    str
        On one line, with a capital letter and one mark at its end; empty where the text is.
    """
    words = one_line(text)
    end = "" if words.endswith((".", ":", "!", "?")) else "."
    return f"{words[0].upper()}{words[1:]}{end}" if words else ""


def sentences_before(plan: SpeakersPlan) -> tuple[str, ...]:
    """Say by which figures a list is made, whether all fit, and what was done about it.

    Parameters
    ----------
    plan
        The list with all that is said about it.

    Returns
    -------
    tuple of str
        Sentences with full stops.
    """
    found = (*plan.figures, _longest(plan), plan.compression)
    return tuple(sentence(one) for one in found if one)


def _longest(plan: SpeakersPlan) -> str:
    who = f"all {plan.wanted} that {'are inscribed' if plan.inscribed else 'may be inscribed'}"
    if not plan.longest:
        return f"At no limit is there room for {who}."
    return f"The longest limit at which there is room for {who} is {length_words(plan.longest)}."


def room_rows(plan: SpeakersPlan) -> tuple[tuple[str, int, str], ...]:
    """Say how many statements fit at which limit.

    Parameters
    ----------
    plan
        The list with all that is said about it.

    Returns
    -------
    tuple of tuple
        The limit (minutes and seconds), how many fit, and whether that is enough.
    """
    return tuple(
        (_limit(one.limit, one.is_own), one.fit, _enough(one.fit, plan.wanted)) for one in plan.rooms
    )


def _limit(seconds: int, is_own: bool) -> str:
    return f"{length_words(seconds)}{' (the limit set)' if is_own else ''}"


def _enough(fit: int, wanted: int) -> str:
    left = wanted - fit
    return "yes" if left <= 0 else f"no, {left} {'does' if left == 1 else 'do'} not fit"


def proof(plan: SpeakersPlan) -> str:
    """Say whether a list is proven to be the best.

    Parameters
    ----------
    plan
        The list with all that is said about it.

    Returns
    -------
    str
        Sentences with full stops; a list that was made again departs from the one before.
    """
    again = any(one.changes or not one.refused for one in plan.outcomes)
    return f"{_PROOFS[plan.status]} {_AGAIN}" if again else _PROOFS[plan.status]


def level_rows(plan: SpeakersPlan) -> tuple[tuple[int, str, int, str], ...]:
    """Say what each level of the objective came to.

    Parameters
    ----------
    plan
        The list with all that is said about it.

    Returns
    -------
    tuple of tuple
        The level, what its clauses count, what the list pays, and whether no list pays less.
    """
    says = {name: one_line(words) for name, words in plan.says.items()}
    ordered = sorted(plan.levels, key=lambda one: one.level)
    return tuple((one.level, _clauses(one, says), one.value, _proven(one)) for one in ordered)


def _clauses(level: LevelResult, says: dict[str, str]) -> str:
    return " ".join(says.get(clause) or sentence(clause) for clause in level.clauses)


def _proven(level: LevelResult) -> str:
    return "proven least" if level.proven else f"at least {level.bound}, not proven"


def happened(plan: SpeakersPlan) -> tuple[Happened, ...]:
    """Say what has happened to a list.

    Parameters
    ----------
    plan
        The list with all that is said about it.

    Returns
    -------
    tuple of Happened
        In the order in which it has happened.
    """
    return tuple(_happened(one) for one in plan.outcomes)


def _happened(one: Outcome) -> Happened:
    changes = tuple(sentence(change) for change in one.changes)
    refused = f"Not possible: {one_line(one.refused)}" if one.refused else ""
    nothing = () if changes or refused else ("Nothing else changes.",)
    return Happened(sentence(one.what), changes or nothing, sentence(refused))


def not_listed(plan: SpeakersPlan) -> tuple[tuple[str, str], ...]:
    """Say who is not listed.

    Parameters
    ----------
    plan
        The list with all that is said about it.

    Returns
    -------
    tuple of tuple
        Names of parties, each with the reason as a sentence.
    """
    names = ((plan.forum.party_name(one.party), one) for one in plan.not_listed)
    return tuple((named(name, one.party), sentence(one.because)) for name, one in names)


def impossible(plan: SpeakersPlan) -> Iterator[str]:
    """Say why there is no list.

    Parameters
    ----------
    plan
        The list with all that is said about it.

    Yields
    ------
    str
        Sentences; none where there is a list.
    """
    yield from (sentence(one) for one in plan.impossible)
