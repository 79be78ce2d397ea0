"""What happens to a list of speakers, and why something cannot be done, in the planner's words."""

from scheduler.domain.forum import Forum
from scheduler.use_cases.speakers_happenings import LATE, Happening

_MOST_NAMES = 5

_HAPPENED = {
    LATE: "{party} is inscribed late",
    "absent": "{party} is not there when called",
    "swap": "{party} and {other} change places",
    "withdrawn": "{party} does not wish to speak any more",
    "right-of-reply": "{party} asks for the right of reply",
    "called": "{party} has the floor",
}
_REFUSED = {
    LATE: "there is no place left in the list at a time at which its speaker can be there",
    "absent": "there is no place left in the list at a time at which it can be there",
    "right-of-reply": "no time can be kept for it at the end of the day, as others can only speak then",
}


def happened(forum: Forum, happening: Happening) -> str:
    """Say what has happened, and when.

    Parameters
    ----------
    forum
        The forum.
    happening
        What has happened.

    Returns
    -------
    str
        Such as "10:30 on day-3: Ghana is not there when called".
    """
    at = forum.clock.words(forum.clock.minute_at(happening.at))
    if len(happening.inscriptions) > 1:
        names = ", ".join(forum.party_name(one.party) for one in happening.inscriptions[:_MOST_NAMES])
        more = len(happening.inscriptions) - _MOST_NAMES
        others = f" and {more} others" if more > 0 else ""
        return f"{at}: {len(happening.inscriptions)} parties are inscribed late: {names}{others}"
    words = _HAPPENED[happening.what].format(
        party=forum.party_name(happening.party), other=forum.party_name(happening.other)
    )
    return f"{at}: {words}"


def refusal(forum: Forum, happening: Happening, apart: str) -> str:
    """Say why something has not been done.

    Parameters
    ----------
    forum
        The forum.
    happening
        What was asked for.
    apart
        Who cannot be there in the place for which it was to change, if anybody.

    Returns
    -------
    str
        Part of a sentence.
    """
    if apart:
        return f"{forum.party_name(apart)} cannot be there when it would be called in the other's place"
    return _REFUSED.get(happening.what, "others could not be called while they are there any more")
