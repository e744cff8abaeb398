"""The mail with which a forgotten password is set anew.

The worker writes it: a mail server that is asked while somebody waits would tell by the time it
takes whose address has an account. For an unknown address there is a job as well; it does nothing.
"""

import logging
import unicodedata
from datetime import timedelta
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, override
from django_tasks import task

log = logging.getLogger(__name__)
# How long a mail waits that could not be sent; a link is made anew for each try.
PAUSES = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30))
MAIL = "account/email/password_reset_key"


def ask_for_reset(email: str) -> None:
    """Have a link sent to every account of this address; the address itself is kept nowhere."""
    send_reset_mails.enqueue([user.pk for user in accounts_of(email)], get_language())


def accounts_of(email: str) -> list[Any]:
    """Return the open accounts of an address.

    The database compares loosely, so that an address of look-alike letters might find another's.
    """
    found = get_user_model()._default_manager.filter(email__iexact=email, is_active=True)
    return [user for user in found.order_by("pk") if _plain(user.email) == _plain(email)]


def _plain(email: str) -> str:
    return unicodedata.normalize("NFKC", email).casefold()


@task()
def send_reset_mails(accounts: list[int], language: str, tries: int = 0) -> None:
    """Send each account its link, to the address that is stored.

    What the mail server does not take is tried again later; the last time it raises OSError, and
    the start page of the desk says so.
    """
    users = get_user_model()._default_manager.filter(pk__in=accounts, is_active=True)
    for user in users.order_by("pk"):
        with override(language):
            subject, text = write_mail(user)
        try:
            send_mail(subject, text, None, [user.email])
        except OSError as error:
            _try_later([pk for pk in accounts if pk >= user.pk], language, tries, error)
            return


def _try_later(accounts: list[int], language: str, tries: int, error: OSError) -> None:
    if tries >= len(PAUSES) or not send_reset_mails.get_backend().supports_defer:
        raise error
    # Without the address: a refusal names it.
    log.warning("A mail could not be sent and is tried again: %s", type(error).__name__)
    later = send_reset_mails.using(run_after=timezone.now() + PAUSES[tries])
    later.enqueue(accounts, language, tries + 1)


def write_mail(user: Any) -> tuple[str, str]:
    """Return subject and text."""
    context = {"user": user, "password_reset_url": link_of(user)}
    subject = render_to_string(f"{MAIL}_subject.txt", context)
    return " ".join(subject.split()), render_to_string(f"{MAIL}_message.txt", context).strip()


def link_of(user: Any) -> str:
    """Return the whole address, on the site's own host: whoever asks chooses the request's."""
    key = default_token_generator.make_token(user)
    path = reverse("account_reset_password_from_key", args=[user_pk_to_url_str(user), key])
    return f"{settings.SITE_URL}{path}"
