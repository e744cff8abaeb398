"""The rows of a film in its form."""

from django.contrib import admin
from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from assets.previews import thumbnail
from assets.video.telling import tell_state
from editorial.admin.base import RowStack, RowTable
from editorial.fields import any_text
from editorial.rights import Act, may
from films import models
from films.admin.forms import (
    CreditForm,
    PlacementForm,
    ScreeningForm,
    TextTrackForm,
    TrailerForm,
    VersionForm,
    VersionFormSet,
)
from films.identifiers import address_of


class CountryTable(RowTable):
    model = models.Country
    tab = "facts"
    row_fields = ("code", "note", "position")


class TitleTable(RowTable):
    model = models.AlternativeTitle
    tab = "facts"
    row_fields = ("title", "kind", "language", "country", "position")


class VersionStack(RowStack):
    model = models.Version
    tab = "facts"
    form = VersionForm
    formset = VersionFormSet
    row_fields = (
        ("runtime_seconds", "is_main", "position"),
        ("format", "aspect_ratio", "colour"),
        ("has_no_dialogue", "dialogue_languages", "subtitle_languages"),
        ("sound", "dcp_name"),
        "name",
        "note",
    )


class CreditTable(RowTable):
    """The usual columns; everything about a credit stands on the credits desk."""

    model = models.Credit
    tab = "credits"
    form = CreditForm
    autocomplete_fields = ("role", "person")
    readonly_fields = ("more",)
    row_fields = ("role", "person", "character", "credited_as", "is_lead", "position")

    def get_fields(self, request, obj=None):
        role, person, *others = super().get_fields(request, obj)
        beyond = models.Credit.objects.filter(Q(person=None) | Q(role=None), film=obj)
        # The table is wide: the column is there only for the films that need it.
        return [role, person, *(["more"] if obj and beyond.exists() else []), *others]

    @admin.display(description=_("More"))
    def more(self, row):
        """Name the group or company and the role as printed, which no column of the table holds."""
        texts = {
            "group": any_text(row, "group") if row.is_group else "",
            "company": row.company,
            "role_text": any_text(row, "role_text"),
        }
        lines = [(row._meta.get_field(name).verbose_name, text) for name, text in texts.items()]
        shown = [(capfirst(label), text) for label, text in lines if text]
        text = format_html_join(mark_safe("<br>"), "{}: {}", shown)
        return format_html("<small>{}</small>", text)


class CompanyTable(RowTable):
    model = models.CompanyCredit
    tab = "credits"
    autocomplete_fields = ("company",)
    row_fields = ("function", "company", "territory", "credited_as", "note", "position")


class SelectionTable(RowTable):
    model = models.Selection
    tab = "festivals"
    autocomplete_fields = ("edition", "laurel")
    row_fields = ("edition", "section", "premiere", "shown_on", "laurel", "position")


class AwardTable(RowTable):
    model = models.Award
    tab = "festivals"
    autocomplete_fields = ("festival", "recipient", "laurel")
    row_fields = ("name", "body", "festival", "year", "result", "recipient", "laurel", "position")


class ScreeningTable(RowTable):
    model = models.Screening
    tab = "screenings"
    form = ScreeningForm
    autocomplete_fields = ("venue",)
    row_fields = (
        "venue",
        "local_time",
        "status",
        "subtitles",
        "guests",
        "note",
        "tickets_url",
        "position",
    )


class ReleaseTable(RowTable):
    model = models.Release
    tab = "screenings"
    autocomplete_fields = ("distributors",)
    row_fields = (
        "country",
        "date",
        "precision",
        "kind",
        "status",
        "distributors",
        "age_rating",
        "position",
    )


class LinkTable(RowTable):
    model = models.Link
    tab = "links"
    row_fields = ("kind", "url", "label", "position")


class ExternalIdTable(RowTable):
    model = models.ExternalId
    tab = "links"
    readonly_fields = ("entry",)
    row_fields = ("scheme", "value", "position")

    def get_fields(self, request, obj=None):
        return [*super().get_fields(request, obj), "entry"]

    def get_formset(self, request, obj=None, **kwargs):
        return super().get_formset(request, obj, **{**kwargs, "fields": self.row_fields})

    @admin.display(description=_("entry"))
    def entry(self, row):
        """The number's page in its catalogue, to see whether it is the film's."""
        address = address_of(row.scheme, row.value, row.film.category) if row.pk else ""
        words = '<a href="{}" target="_blank" rel="noopener">{}</a>'
        return format_html(words, address, _("Open it")) if address else "–"


class PlacementTable(RowTable):
    model = models.Placement
    tab = "pictures"
    form = PlacementForm
    autocomplete_fields = ("image",)
    readonly_fields = ("preview",)
    row_fields = ("usage", "image", "language", "position")

    def get_fields(self, request, obj=None):
        return ["preview", "upload", *super().get_fields(request, obj)]

    def get_formset(self, request, obj=None, **kwargs):
        return super().get_formset(request, obj, **{**kwargs, "fields": self.row_fields})

    @admin.display(description=_("preview"))
    def preview(self, row):
        return thumbnail(row.image) if row.pk and row.image_id else "–"


class TrailerTable(RowTable):
    model = models.Trailer
    tab = "pictures"
    form = TrailerForm
    show_change_link = True
    autocomplete_fields = ("poster", "video")
    readonly_fields = ("state", "state_alone")
    row_fields = ("title", "video", "external_url", "poster", "language", "position")

    def get_fields(self, request, obj=None):
        state = "state" if may(request.user, Act.EDIT) else "state_alone"
        return ["upload", state, "poster_upload", *super().get_fields(request, obj)]

    @admin.display(description=_("state"))
    def state(self, row):
        if not row.pk or not row.video_id:
            return "–"
        url = reverse("admin:films_trailer_frame", args=[row.pk])
        link = format_html('<a href="{}">{}</a>', url, _("Choose a poster frame"))
        return format_html("{}<br>{}", tell_state(row.video), link)

    @admin.display(description=_("state"))
    def state_alone(self, row):
        """For those who may not choose a frame."""
        return tell_state(row.video) if row.pk and row.video_id else "–"


class TextTrackTable(RowTable):
    model = models.TextTrack
    form = TextTrackForm
    autocomplete_fields = ("file",)
    row_fields = ("kind", "language", "file")

    def get_fields(self, request, obj=None):
        return ["upload", *super().get_fields(request, obj)]


class PressItemTable(RowTable):
    model = models.PressItem
    tab = "press"
    show_change_link = True
    row_fields = ("title", "author", "outlet", "date", "precision", "url", "language", "kind")
