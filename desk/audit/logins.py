"""Notes of who came in, who did not, and what keeps an account safe.

What was typed as a name is kept only where an account has it: people type passwords there.
"""

from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authentication_failed, authenticator_removed
from django.core.cache import cache
from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.http import HttpRequest

from editorial.audit.deeds import Deed
from editorial.audit.noting import note
from editorial.audit.origin import current_origin, shorten_address

# Whoever hammers at a door writes a line a minute, not a million.
NOTED_EVERY = 60  # seconds
CODES = Authenticator.Type.RECOVERY_CODES


def note_login(request: HttpRequest, user: Any) -> None:
    """Note who came in, and by what: “password, totp”."""
    records = get_authentication_records(request, user)
    ways = [str(record.get("type", record["method"])) for record in records]
    note(Deed.LOGGED_IN, member=user, by=user, detail=", ".join(dict.fromkeys(ways)))


def note_failure(account: Any, by: str) -> None:
    """Note a wrong password or code; `account` is None for a name that nobody has."""
    note(Deed.LOGIN_FAILED, member=account, detail=by)


def note_delay() -> None:
    """Note that somebody has to wait, once a minute for a network."""
    network = shorten_address(current_origin().address())
    if cache.add(f"audit.delay.{network}", True, NOTED_EVERY):
        note(Deed.LOGIN_DELAYED)


def set_password(user: Any, password: str, set_it: Any) -> None:
    """Set a password and note whether its owner changed it or had forgotten it."""
    actor = current_origin().user()
    is_own = actor is not None and actor.pk == user.pk
    with transaction.atomic():
        set_it(user, password)
        note(Deed.PASSWORD_CHANGED if is_own else Deed.PASSWORD_RESET, member=user)


@receiver(post_save, sender=Authenticator)
def _note_added(instance: Authenticator, created: bool, **kwargs: Any) -> None:
    """Listen to Django: allauth tells only after the transaction."""
    if created:
        is_codes = instance.type == CODES
        deed = Deed.CODES_MADE if is_codes else Deed.FACTOR_ADDED
        note(deed, member=instance.user, detail="" if is_codes else instance.type)


@receiver(authenticator_removed)
def _note_removed(user: Any, authenticator: Authenticator, **kwargs: Any) -> None:
    """Codes go with the last factor, and are none."""
    if authenticator.type != CODES:
        note(Deed.FACTOR_REMOVED, member=user, detail=authenticator.type)


@receiver(authentication_failed)
def _note_wrong_code(user: Any, authenticator: Authenticator, **kwargs: Any) -> None:
    note_failure(user, authenticator.type)
