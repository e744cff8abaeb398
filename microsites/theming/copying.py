"""Give a film the look of another one."""

from typing import Any

from django.utils.translation import gettext as _

from editorial.changes import change
from films.models import Film
from microsites.models import Theme
from microsites.theming.ready import resolve

FIELDS = tuple(resolve({}))


def copy_theme(from_film: Film, to_film: Film, user: Any) -> Theme | None:
    """Put the look of one film on another; None, and nothing written, if it has none of its own.

    The picture behind the pages comes along.
    """
    source = Theme.objects.filter(film=from_film).first()
    if source is None:
        return None
    reason = _("Look taken from %(film)s") % {"film": from_film}
    with change(user, reason):
        theme = Theme.objects.filter(film=to_film).first() or Theme(film=to_film)
        for name in FIELDS:
            setattr(theme, name, getattr(source, name))
        theme.save()
    return theme
