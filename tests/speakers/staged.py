"""A small forum with a general debate, and what is inscribed for it."""

from datetime import UTC, datetime, timedelta

from scheduler.domain.inscription import Inscription
from scheduler.domain.window import WindowWords
from scheduler.options import Vocabulary
from scheduler.solving.run import Deadline
from scheduler.use_cases.speakers_debate import debated_in, limits_of
from scheduler.use_cases.speakers_happenings import LATE, Happening
from scheduler.use_cases.speakers_planning import Planning
from tests.mini import forum_of, rule_of, timetable_of

LEVELS = ["head-of-state", "minister", "chair-of-delegation"]
WISHES = (
    "least-waiting",
    "protocol-order",
    "fewest-departures",
    "same-meeting",
    "no-earlier-meeting",
    "shortest-departures",
    "filled-alike",
)
RULES = ("speak-once", "speak-in-turn", "speak-while-there", "keep-plain-order", "rights-of-reply")
NOON = datetime(2029, 12, 1, 12, tzinfo=UTC)
TEXT = """day-1 10:00-10:15 hall debate-1
          day-1 15:00-15:15 hall debate-2
          day-1 10:00-10:15 debate/general
          day-1 15:00-15:15 debate/general"""


def forum_with(parties, text=TEXT, **figures):
    listed = {"change-over-seconds": 30, "limit-seconds": 120, **figures}
    segment = {
        "segment": "general",
        "title": "General debate",
        "over-breaks": True,
        "list-of-speakers": listed,
    }
    meetings = text.count(" hall ")
    overlay = {
        "sessions": {"debate": {"meetings": meetings, "segments": [segment]}},
        "parties": [{"party": name, "name": name.title(), "kind": "member-state"} for name in parties],
    }
    return forum_of(overlay, text)


def rules_for(forum):
    options = {"protocol-order": {"levels": LEVELS}, "rights-of-reply": {"minutes": [2, 1]}}
    rules = [rule_of(forum, name, options.get(name, {})) for name in RULES]
    return tuple(rules + [rule_of(forum, name, options.get(name, {}), tier="preference") for name in WISHES])


def debated_of(forum, rules, folder, text=TEXT):
    return debated_in(folder, forum, rules, timetable_of(forum, text))


def inscribed(forum, party, level="minister", minutes=0, *, group="", there=(), away=()):
    words = Vocabulary(windows=WindowWords(forum.clock))
    data = {
        "party": party,
        "level": level,
        "inscribed": NOON + timedelta(minutes=minutes),
        "on-behalf-of": group,
        "available": list(there),
        "unavailable": list(away),
    }
    return Inscription.model_validate(data, context=words)


def at(forum, words):
    """Read ``10:05 on day-1`` as an instant."""
    time, _, day = words.partition(" on ")
    hours, minutes = map(int, time.split(":"))
    return forum.clock.instant(forum.clock.midnight(day) + 60 * hours + minutes)


def happening(forum, words, what, party, **more):
    there = tuple(
        (60 * one.start, 60 * one.end)
        for one in (WindowWords(forum.clock).read(text) for text in more.pop("there", ()))
    )
    return Happening(at(forum, words), what, party, there=there, **more)


def late(forum, words, inscription):
    return Happening(at(forum, words), LATE, inscription.party, inscriptions=(inscription,))


def planning(debated, rules, inscriptions):
    return Planning(debated, rules, limits_of(debated, inscriptions, None), Deadline(None))


def order(planned):
    return [one.party for one in planned.spoken.order]
