"""The mail with which a forgotten password is set anew.

The worker writes it: a mail server that is asked while somebody waits would tell by the time it
takes whose address has an account. For an unknown address there is a job as well; it does nothing.
"""

import unicodedata
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language, override
from django_tasks import task

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
def send_reset_mails(accounts: list[int], language: str) -> None:
    """Send each account its link, to the address that is stored. Raises OSError."""
    for user in get_user_model()._default_manager.filter(pk__in=accounts, is_active=True):
        with override(language):
            subject, text = write_mail(user)
        send_mail(subject, text, None, [user.email])


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
