"""Moments and languages in the words of whoever sits at the desk."""

from django import template
from django.utils.translation import gettext as _

from editorial.moments import say_moment
from editorial.publishing_pages import spoken

register = template.Library()
register.filter("say_moment", say_moment)
register.filter("spoken", spoken)


@register.filter
def spoken_part(language: str) -> str:
    """Return what a publication holds: German texts, or facts."""
    return _("Texts in %(name)s") % {"name": spoken(language)} if language else _("Facts")
