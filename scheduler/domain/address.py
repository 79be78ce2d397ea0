"""Addresses that planners write: those of pages, and those at which somebody can be reached."""

import re
from typing import Annotated
from urllib.parse import quote

from pydantic import AfterValidator

_NON_ASCII = re.compile("[^\x00-\x7f]")
_WEB = re.compile(r"https?://[!#-;=?-\[\]_a-z~]+", re.IGNORECASE)
_BARE_WEB = re.compile(r"[\w-]+(\.[\w-]+)+(/\S*)?")
_NAME, _HOST = r"[\w.!#$%&'*+/=?^`{|}~-]+", r"[\w-]+(?:\.[\w-]+)+"
_MAIL = re.compile(f"{_NAME}@{_HOST}")
_SCHEME = "mailto:"
_IN_MAILTO = "@!$'*+%"
"""What stands in such an address as it is, beside letters, digits and ``-._~`` (RFC 6068, 2)."""


def web_address(text: str) -> str:
    """Return an address that may be opened from a page or a calendar.

    Parameters
    ----------
    text
        What a planner wrote.

    Returns
    -------
    str
        The address when it is one of http or https (RFC 3986), with letters beyond ASCII
        percent-encoded (RFC 3987, 3.1); else empty.
    """
    address = _NON_ASCII.sub(lambda one: quote(one[0]), text.strip())
    return address if _WEB.fullmatch(address) else ""


def mail_address(text: str) -> str:
    """Return an address at which an organizer can be reached.

    Parameters
    ----------
    text
        What a planner wrote: a mail address, with or without ``mailto:`` before it.

    Returns
    -------
    str
        With ``mailto:`` (RFC 5545, 3.8.4.3, and RFC 6068); empty when it is no mail address.
    """
    words = text.strip()
    whole = words.lower().startswith(_SCHEME)
    address = words[len(_SCHEME) :] if whole else words.replace("%", "%25")
    return f"{_SCHEME}{quote(address, safe=_IN_MAILTO)}" if _MAIL.fullmatch(address) else ""


def _of_web(text: str) -> str:
    if text.strip() and not web_address(text):
        bare = _BARE_WEB.fullmatch(text.strip())
        hint = f"https://{bare[0]}" if bare else "https://www.un.org/migration2022"
        raise ValueError(f"'{text}' is no web address. Maybe {hint}")
    return text


def _of_mail(text: str) -> str:
    if text.strip() and not mail_address(text):
        inside = _MAIL.search(text)
        raise ValueError(f"'{text}' is no mail address. Maybe {inside[0] if inside else 'forum@example.org'}")
    return text


WebAddress = Annotated[str, AfterValidator(_of_web)]
"""An address that begins with ``https://`` or ``http://``; may be empty."""

MailAddress = Annotated[str, AfterValidator(_of_mail)]
"""A mail address, with or without ``mailto:`` before it; may be empty."""
