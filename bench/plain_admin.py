"""The film's form as Django makes it by itself: its own templates, the same fields, no rows."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.contrib import admin
from django.test import override_settings
from django.urls import path, reverse

from editorial.admin.base import flat
from films.models import Film

site = admin.AdminSite(name="plain")


@admin.register(Film, site=site)
class PlainFilmAdmin(admin.ModelAdmin):
    def get_fieldsets(self, request, obj=None):
        """Return those of the real form, but what is a field of the form alone."""
        real = admin.site.get_model_admin(Film).get_fieldsets(request, obj)
        return [(title, {"fields": [n for n in flat(o["fields"]) if n != "pinned"]})
                for title, o in real]  # fmt: skip


urlpatterns = [path("plain/", site.urls)]


@contextmanager
def plain_admin() -> Iterator[Callable[[Film], str]]:
    """Serve the plain admin instead of the site; yields what tells a film's address."""
    bare = [{**settings.TEMPLATES[0], "DIRS": []}]
    with override_settings(ROOT_URLCONF=__name__, TEMPLATES=bare):
        yield lambda film: reverse("plain:films_film_change", args=[film.pk])
