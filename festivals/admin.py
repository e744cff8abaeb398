"""Festivals and venues in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from editorial.admin.base import EditorialAdmin, RowTable
from editorial.fields import columns
from festivals.models import Edition, Festival, Venue

NAMES = columns("name")


class EditionTable(RowTable):
    model = Edition
    row_fields = ("year", "number", "starts_on", "ends_on")


@admin.register(Festival)
class FestivalAdmin(EditorialAdmin):
    list_display = ("__str__", "city", "country")
    list_filter = ("country",)
    search_fields = (*NAMES, "other_names", "city")
    search_help_text = _("Name, other name or city")
    empty_text = _("Add the festival first, then its years; a film names the year it was shown in.")
    inlines = (EditionTable,)
    fieldsets = (
        (None, {"fields": ("name", ("city", "country"), "website", "other_names")}),
        (None, {"fields": ("internal_notes",)}),
    )


@admin.register(Edition)
class EditionAdmin(EditorialAdmin):
    list_display = ("festival", "year", "starts_on", "ends_on")
    list_filter = ("year",)
    search_fields = (*(f"festival__{name}" for name in NAMES), "year")
    autocomplete_fields = ("festival",)
    fieldsets = ((None, {"fields": ("festival", ("year", "number"), ("starts_on", "ends_on"))}),)


@admin.register(Venue)
class VenueAdmin(EditorialAdmin):
    list_display = ("name", "city", "country", "zone")
    list_filter = ("country",)
    search_fields = ("name", "city")
    search_help_text = _("Name or city")
    empty_text = _("A venue has a time zone, so that screenings show the clock on its wall.")
    fieldsets = ((None, {"fields": ("name", "address", ("city", "country"), "zone", "website")}),)
