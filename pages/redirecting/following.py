"""Follow the redirects that editors have entered."""

import logging
from functools import lru_cache

from django.http import HttpRequest, HttpResponsePermanentRedirect
from django.utils.cache import patch_cache_control

from editorial.memory import remember
from pages.models import Redirect
from pages.redirecting.checking import OWN_ROOMS
from pages.redirecting.rules import Rule, Rules, is_sound, lead

log = logging.getLogger(__name__)
# Seconds for which browsers keep a redirect: long for visitors, short for a mistake.
KEPT = 3600


def follow(request: HttpRequest) -> HttpResponsePermanentRedirect | None:
    """Return the answer for an old address, or None. Call `renew()` before."""
    if request.method not in ("GET", "HEAD") or request.path.startswith(OWN_ROOMS):
        return None
    rule = all_rules().find(request.path, request.META.get("QUERY_STRING", "")[:2000])
    return None if rule is None else move_for_good(lead(rule, request.path))


def move_for_good(url: str) -> HttpResponsePermanentRedirect:
    """Return a permanent redirect (301) that is asked again after an hour."""
    response = HttpResponsePermanentRedirect(url)
    patch_cache_control(response, public=True, max_age=KEPT)
    return response


def all_rules() -> Rules:
    return remember(("redirects",), lambda: _build(tuple(load_rules())))


@lru_cache(maxsize=1)
def _build(rules: tuple[Rule, ...]) -> Rules:
    """Return the rules ready to be asked: most changes of content leave them as they were."""
    odd = [rule for rule in rules if not is_sound(rule)]
    if odd:
        # They came past the form: with a backup, or by SQL.
        log.warning("Redirects that cannot be followed: %d; the first is %r.", len(odd), odd[0])
    return Rules(rules)


def load_rules() -> list[Rule]:
    rows = Redirect.objects.order_by("pk")
    return [
        Rule(*row) for row in rows.values_list("old_path", "old_query", "is_prefix", "new_path")
    ]
