"""What a redirect may say: clean addresses, no loop, no chain, only places on this site."""

from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from pages.redirecting.rules import MAX_PAIRS, Rule, Rules, is_readable, lead

# A rule for these would never be asked, or take the desk away from the editors.
OWN_ROOMS = ("/admin/", "/media/", "/static/", "/preview/")


def clean_old(address: str, query: str = "") -> tuple[str, str]:
    """Return path and query of an old address; a whole one of any host is understood."""
    text = address.strip()
    if "://" in text:
        text = _without_host(text)
    path, mark, inside = text.partition("#")[0].partition("?")
    asked = inside if mark and not query else query.lstrip("?")
    return _path(unquote(path), "old_path"), _query(asked, "old_query" if query else "old_path")


def clean_new(address: str) -> str:
    """Return a new address as a path on this site; raises ValidationError for another site."""
    text = address.strip()
    own = settings.SITE_URL.rstrip("/")
    if text.startswith(f"{own}/"):
        text = text.removeprefix(own)
    path, mark, query = text.partition("?")
    return _path(unquote(path), "new_path") + mark + _query(query, "new_path")


def _without_host(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        message = _("“%(address)s” cannot be read. Write a path that begins with a slash.")
        raise ValidationError({"old_path": message % {"address": address[:80]}}) from None
    return parts.path + (f"?{parts.query}" if parts.query else "")


def _query(value: str, name: str) -> str:
    if not is_readable(value):
        message = _("What stands behind the question mark has more than %(n)d parts or odd signs.")
        raise ValidationError({name: message % {"n": MAX_PAIRS}})
    return value


def _path(value: str, name: str) -> str:
    is_odd = "\\" in value or not value.isprintable()
    if not value.startswith("/") or value.startswith("//") or is_odd:
        raise ValidationError({name: _("Write a path on this site that begins with one slash.")})
    return value


def check_source(rule: Rule) -> None:
    """Raise ValidationError for the address of a page that the site always has, as /en/films/."""
    if not rule.is_prefix and is_fixed(rule.old_path):
        message = _("The site itself answers “%(address)s”, so this redirect would never be asked.")
        raise ValidationError({"old_path": message % {"address": rule.old_path}})


def is_fixed(path: str) -> bool:
    """Tell whether a path belongs to a page that is there whatever the content."""
    try:
        return not set(resolve(path).kwargs) - {"language"}
    except Resolver404:
        return False


def check_rule(rule: Rule, others: Rules) -> None:
    """Raise ValidationError for a rule that would never be asked, turns in a circle or makes
    visitors go two ways; `others` are all redirects but this one."""
    if rule.old_path.startswith(OWN_ROOMS) or rule.old_path == "/":
        raise ValidationError({"old_path": _("This address belongs to the site itself.")})
    target = rule.new_path.partition("?")[0]
    if target == rule.old_path:
        raise ValidationError({"new_path": _("An address cannot lead to itself.")})
    if Rules([rule]).find(*_parts(rule.new_path)) is not None:
        message = _("The new address falls under this redirect itself: it would turn in a circle.")
        raise ValidationError({"new_path": message})
    following = others.find(*_parts(rule.new_path))
    if following is not None:
        message = _("“%(new)s” is itself led to “%(next)s”. Lead to that address at once.")
        end = lead(following, target)
        raise ValidationError({"new_path": message % {"new": rule.new_path, "next": end}})


def find_feeder(rule: Rule, others: list[Rule]) -> Rule | None:
    """Return a redirect that leads to what this rule leads away, or None."""
    own = Rules([rule])
    return next((other for other in others if own.find(*_parts(other.new_path))), None)


def check_feeders(rule: Rule, others: list[Rule]) -> None:
    feeder = find_feeder(rule, others)
    if feeder is not None:
        message = _("The redirect of “%(old)s” leads to this address. Lead that one on first.")
        raise ValidationError({"old_path": message % {"old": feeder.old_path}})


def _parts(address: str) -> tuple[str, str]:
    path, _mark, query = address.partition("?")
    return path, query
