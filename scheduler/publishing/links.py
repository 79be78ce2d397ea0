"""Addresses from planners' files: only those that are whole and harmless are made into links."""

import re
from urllib.parse import quote

_NON_ASCII = re.compile("[^\x00-\x7f]")
_REST = r"[!#-;=?-\[\]_a-z~]+"
_WEB = re.compile(f"https?://{_REST}", re.IGNORECASE)
_CONTACT = re.compile(f"(?:mailto:|tel:|https?://){_REST}", re.IGNORECASE)


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
    return _address(text, _WEB)


def contact_address(text: str) -> str:
    """Return an address at which an organizer can be reached.

    Parameters
    ----------
    text
        What a planner wrote.

    Returns
    -------
    str
        The address when it is one of mailto, tel, http or https (RFC 5545, 3.8.4.3); else empty.
    """
    return _address(text, _CONTACT)


def _address(text: str, form: re.Pattern[str]) -> str:
    address = _NON_ASCII.sub(lambda one: quote(one[0]), text.strip())
    return address if form.fullmatch(address) else ""
