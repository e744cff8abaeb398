"""Moments and languages in the words of whoever sits at the desk."""

from django import template
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from editorial.moments import say_moment
from editorial.names import spoken

register = template.Library()
register.filter("say_moment", say_moment)
register.filter("spoken", spoken)


@register.filter
def spoken_part(language: str) -> str:
    """Return what a publication holds: German texts, or facts."""
    if not language:
        return pgettext("publishing", "Facts")
    return _("Texts in %(name)s") % {"name": spoken(language)}


@register.filter
def is_moment(typed: str) -> bool:
    """Tell whether a browser's field of date and time shows what was typed."""
    try:
        return parse_datetime(typed) is not None
    except ValueError:
        return False
