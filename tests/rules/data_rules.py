"""Rules on a forum's own data, made active in a small forum."""

from scheduler.rules import find_rule
from tests.mini import forum_of, rule_of


def stage(rule, overlay, **options):
    words = rule.OPTIONS | {name.replace("_", "-"): value for name, value in options.items()}
    forum = forum_of({**rule.FORUM, **overlay}, options=words)
    return forum, rule_of(forum, rule.name(), words)


def opens_of(name, overlay, **options):
    forum, active = stage(find_rule(name), overlay, **options)
    return [one.sentence for one in active.opens(forum)]


def breaches_of(name, overlay, **options):
    forum, active = stage(find_rule(name), overlay, **options)
    return [one.sentence for one in active.breaches(forum)]


def charges_of(name, overlay, **options):
    forum, active = stage(find_rule(name), overlay, **options)
    return [(one.sentence, one.price) for one in active.charges(forum)]


def with_segments(session: str, *segments: dict) -> dict:
    return {
        "sessions": {session: {"segments": [{"title": one["segment"].title(), **one} for one in segments]}}
    }


def co_chaired(*duties: dict) -> dict:
    return {"sessions": {"round-table-1": {"duties": [{"role": "co-chair", **duty} for duty in duties]}}}
