"""A code of an authenticator app works once, whichever process or machine is asked.

allauth remembers used codes for 30 seconds in the cache; a code is good for 90, as clocks go wrong
(MFA_TOTP_TOLERANCE), and each web process may have a cache of its own. So the number of the last
period used is kept with the key, and no earlier one is taken again (RFC 6238, section 5.2).
"""

from typing import Any

from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from allauth.mfa.utils import decrypt
from django.db import transaction

LAST_PERIOD = "last_period"


@transaction.atomic
def use_up(authenticator: Authenticator, code: str) -> bool:
    """Note that a code was used; False if it, or a later one, was used before."""
    row = Authenticator.objects.select_for_update().filter(pk=authenticator.pk).first()
    if row is None:
        return False
    period = period_of(decrypt(row.data["secret"]), code)
    if period is None or period <= row.data.get(LAST_PERIOD, 0):
        return False
    row.data[LAST_PERIOD] = period
    row.save(update_fields=["data"])
    return True


def period_of(secret: str, code: str) -> int | None:
    """Return the number of the period of which this is the code, None if of none around now."""
    typed = normalize_user_code(code)
    fitting = (
        period
        for period in yield_hotp_counters_from_time()
        if format_hotp_value(hotp_value(secret, period)) == typed
    )
    return next(fitting, None)


def use_up_first(user: Any, code: str) -> None:
    """Note the code by which an app was set up: it must not log anybody in as well."""
    app = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).first()
    if app is not None:
        use_up(app, code)
