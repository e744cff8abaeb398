"""What the law asks for and the company profile does not say."""

from typing import Any

from django.utils.translation import gettext as _

from desk.start.blocks import Block, Item, block_of, form_url
from editorial.publishing.window import live_languages
from editorial.rights import Act, may
from pages.models import Profile


def missing_by_law(user: Any) -> Block | None:
    """Return the facts that imprint and privacy page lack, once something is live. Two queries."""
    if not may(user, Act.EDIT):
        return None
    profile = Profile.objects.first()
    if profile is None or not live_languages("film"):
        return None
    url = form_url(Profile, profile.pk)
    found = (Item(str(name), url, law) for name, law in _gaps(profile))
    return block_of("law", _("Missing in the company profile, by law"), found)


def _gaps(profile: Profile) -> list[tuple[str, str]]:
    """Return what is missing with the rule that asks for it (DDG, GDPR)."""
    ddg, gdpr = _("§ 5 DDG"), _("Art. 13 GDPR")
    wanted = [
        ("street", ddg),
        ("postal_code", ddg),
        ("city", ddg),
        ("email", ddg),
        *([("represented_by", ddg)] if profile.legal_form else []),
        *([("register_number", ddg)] if profile.register_court else []),
        *([("register_court", ddg)] if profile.register_number else []),
        ("hosting", gdpr),
        ("log_days", gdpr),
    ]
    return [
        (str(profile._meta.get_field(name).verbose_name), law)
        for name, law in wanted
        if getattr(profile, name) in (None, "")
    ]
