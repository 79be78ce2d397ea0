"""The colours by which a page tells kinds of sessions apart, beside naming them."""

from scheduler.domain.forum import Forum

COLORS = 6
"""How many colours there are; more kinds than that share them."""


def kind_colors(forum: Forum) -> dict[str, int]:
    """Give each kind of a forum's sessions a colour.

    Parameters
    ----------
    forum
        The forum.

    Returns
    -------
    dict of str to int
        From 0 up to the number of colours, in the order in which kinds appear.
    """
    kinds = dict.fromkeys(session.kind for session in forum.sessions)
    return {kind: number % COLORS for number, kind in enumerate(kinds)}
