"""Sending one letter by SMTP: text and HTML, with the headers that let a reader leave in one click (RFC 8058)."""

import smtplib
import ssl
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime
from typing import Any
from urllib.parse import unquote, urlsplit

from barometer.alerts.letters import Letter
from barometer.clock import Clock
from barometer.config import Settings
from barometer.errors import ConfigError, DeliveryError

TIMEOUT = 30.0
PORTS = {"smtp": 587, "smtps": 465}


class _Policy(EmailPolicy):
    """The rules of mail, but the address to leave stays whole: folded, it is encoded, and nobody can post it."""

    def fold(self, name: str, value: Any) -> str:
        """Write one header."""
        return _whole(name, value) or super().fold(name, value)

    def fold_binary(self, name: str, value: Any) -> bytes:
        """Write one header as bytes."""
        whole = _whole(name, value)
        return whole.encode("ascii") if whole else super().fold_binary(name, value)


_POLICY = _Policy(linesep="\r\n")


def _whole(name: str, value: str) -> str:
    return f"{name}: {value}\r\n" if name == "List-Unsubscribe" else ""


def make_mail(
    settings: Settings, letter: Letter, to: str, *, key: str, leave_url: str | None, clock: Clock
) -> EmailMessage:
    """Write a letter as a mail whose Message-ID is `key`, the same each time it is sent."""
    if not settings.mail_from:
        raise ConfigError("BAROMETER_MAIL_FROM is not set: mails need an address to come from")
    mail = EmailMessage(policy=_POLICY)
    mail["From"] = settings.mail_from
    mail["To"] = to
    mail["Subject"] = letter.subject
    mail["Date"] = format_datetime(clock())
    mail["Message-ID"] = f"<{key}@{settings.mail_from.rpartition('@')[2].rstrip('>') or 'barometer.invalid'}>"
    mail["Auto-Submitted"] = "auto-generated"
    if leave_url is not None:
        mail["List-Unsubscribe"] = f"<{leave_url}>"
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail.set_content(letter.text)
    mail.add_alternative(letter.html, subtype="html")
    return mail


def send_mail(settings: Settings, mail: EmailMessage) -> None:
    """Hand a mail to the server of BAROMETER_SMTP_URL. Raises DeliveryError when it is refused or cannot be reached."""
    parts = urlsplit(settings.smtp_url)
    if parts.scheme not in PORTS or not parts.hostname:
        raise ConfigError("BAROMETER_SMTP_URL is not set to smtp://host:port or smtps://host:port: no mail can be sent")
    port = parts.port or PORTS[parts.scheme]
    secure = ssl.create_default_context()
    try:
        if parts.scheme == "smtps":
            server: smtplib.SMTP = smtplib.SMTP_SSL(parts.hostname, port, timeout=TIMEOUT, context=secure)
        else:
            server = smtplib.SMTP(parts.hostname, port, timeout=TIMEOUT)
        with server:
            server.ehlo()
            if parts.scheme == "smtp" and server.has_extn("starttls"):
                server.starttls(context=secure)
                server.ehlo()
            if parts.username:
                if not isinstance(server.sock, ssl.SSLSocket):
                    raise DeliveryError("the mail server offers no encryption: the password is not sent; use smtps://")
                server.login(unquote(parts.username), unquote(parts.password or ""))
            server.send_message(mail)
    except smtplib.SMTPRecipientsRefused as error:
        code, answer = next(iter(error.recipients.values()))
        refused = f"the mail server refuses the address: {code} {_plain(answer)}"
        raise DeliveryError(refused, final=code >= 500) from error
    except smtplib.SMTPAuthenticationError as error:
        raise DeliveryError(f"the mail server refuses the user of BAROMETER_SMTP_URL: {error.smtp_code}") from error
    except smtplib.SMTPResponseException as error:
        told = f"the mail server answers {error.smtp_code} {_plain(error.smtp_error)}"
        raise DeliveryError(told, final=error.smtp_code >= 500) from error
    except (OSError, smtplib.SMTPException) as error:
        raise DeliveryError(f"the mail server {parts.hostname}:{port} cannot be used: {error}") from error


def _plain(told: bytes | str) -> str:
    return told.decode("utf-8", "replace") if isinstance(told, bytes) else told
