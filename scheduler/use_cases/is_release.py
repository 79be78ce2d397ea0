"""Whether a programme is what a release has given out."""

from scheduler.domain.given_out import stands_as_given
from scheduler.domain.programme import Programme
from scheduler.domain.release import Release
from scheduler.publishing.event_words import event_words


def is_release(release: Release, programme: Programme) -> bool:
    """Tell whether a programme is a release, to the last word that delegates see.

    Parameters
    ----------
    release
        The release.
    programme
        Of the forum as it is now.

    Returns
    -------
    bool
        Time, place, agenda and words of every meeting are as they were given out.
    """
    if release.timetable != programme.timetable or not stands_as_given(release, programme.forum.clock):
        return False
    words = event_words(programme)
    return all(one.words in {"", words[one.id]} for one in release.meetings)
