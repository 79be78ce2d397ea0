"""Addresses that planners write are taken as they are, or refused; none is dropped without a word."""

import pytest
from pydantic import TypeAdapter, ValidationError

from scheduler.domain.address import MailAddress, WebAddress, mail_address, web_address

WEB = "https://www.un.org/migration2022"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("me@un.org", "mailto:me@un.org"),
        (" mailto:me@un.org ", "mailto:me@un.org"),
        ("MAILTO:Me.Too+forum@un.org", "mailto:Me.Too+forum@un.org"),
        ("a%b&c@un.org", "mailto:a%25b%26c@un.org"),
        ("mailto:a%25b@un.org", "mailto:a%25b@un.org"),
        ("maría@un.org", "mailto:mar%C3%ADa@un.org"),
        ("", ""),
        ("  ", ""),
    ],
)
def test_a_mail_address_is_written_with_or_without_its_scheme(text: str, said: str) -> None:
    assert TypeAdapter(MailAddress).validate_python(text) == text
    assert mail_address(text) == said


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("John Smith", "forum@example.org"),
        ("John Smith <john@un.org>", "john@un.org"),
        ("tel:+12125550100", "forum@example.org"),
        ("https://un.org/us", "forum@example.org"),
        ("me@un", "forum@example.org"),
        ("mailto:a@un.org\r\nATTENDEE:mailto:b@un.org", "a@un.org"),
    ],
)
def test_what_is_no_mail_address_is_refused(text: str, hint: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(MailAddress).validate_python(text)
    assert f"'{text}' is no mail address. Maybe {hint}" in str(refused.value.errors()[0]["msg"])
    assert mail_address(text) == ""


@pytest.mark.parametrize("text", ["https://example.org/a?b=c#d", " HTTP://example.org ", "", " "])
def test_a_web_address_is_taken(text: str) -> None:
    assert TypeAdapter(WebAddress).validate_python(text) == text
    assert web_address(text) == text.strip()


def test_letters_beyond_ascii_are_encoded() -> None:
    assert web_address("https://example.org/Türkiye\u202e") == "https://example.org/T%C3%BCrkiye%E2%80%AE"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("www.un.org/migration", "https://www.un.org/migration"),
        ("un.org", "https://un.org"),
        ("see UN Web TV", WEB),
        ("javascript:alert(1)", WEB),
        ("data:text/html,x", WEB),
        ("mailto:me@un.org", WEB),
        ("https://example.org/\r\nX:1", WEB),
        ("https://example.org/a b", WEB),
        ('https://example.org/"', WEB),
        ("https://", WEB),
        ("https://example.org/<b>", WEB),
        ("https://example.org/\\", WEB),
    ],
)
def test_what_is_no_web_address_is_refused(text: str, hint: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(WebAddress).validate_python(text)
    assert str(refused.value.errors()[0]["msg"]).endswith(f"'{text}' is no web address. Maybe {hint}")
    assert web_address(text) == ""
