"""The film form: facts once, prose side by side; long lists on pages of their own."""

from django.contrib import admin
from django.http import HttpResponseRedirect
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from assets.previews import thumbnail
from editorial.admin_base import expand, flat
from editorial.admin_publishing import PublishingAdmin
from editorial.fields import columns
from editorial.publishing import pin
from films.admin import inlines
from films.admin.forms import FilmForm
from films.models import Credit, Film, Placement

# More rows than this make the form slow and long: they move to a page of their own.
LONG = 25
PARTS = {"credits": inlines.CreditStack, "pictures": inlines.PlacementTable}
SHORT = {"credits": inlines.CreditTable, "pictures": inlines.PlacementTable}
COUNTS = {"credits": Credit, "pictures": Placement}
ALWAYS = (
    inlines.CountryTable,
    inlines.VersionStack,
    inlines.CompanyTable,
    inlines.SelectionTable,
    inlines.AwardTable,
    inlines.ScreeningTable,
    inlines.ReleaseTable,
    inlines.TrailerTable,
    inlines.LinkTable,
    inlines.TitleTable,
    inlines.ExternalIdTable,
    inlines.PressItemTable,
)


@admin.register(Film)
class FilmAdmin(PublishingAdmin):
    form = FilmForm
    change_form_template = "admin/films/film_change_form.html"
    list_display = ("poster", "title_column", "category", "year", "live_in", "place")
    list_display_links = ("poster", "title_column")
    list_filter = ("category", "year", "status")
    search_fields = (
        *columns("title"),
        "record__key",
        "alternativetitles__title",
        "credits__person__name",
    )
    autocomplete_fields = ("genres",)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "title",
                    "slug",
                    ("category", "status", "year", "pinned"),
                    "genres",
                    "tagline",
                    "logline",
                )
            },
        ),
        (_("Texts"), {"fields": ("synopsis_short", "synopsis_medium", "synopsis_long")}),
        (
            _("For the press"),
            {
                "classes": ("collapse",),
                "fields": (
                    "press_note",
                    "directors_statement",
                    "production_notes",
                    "award_notes",
                    "additional_info",
                ),
            },
        ),
        (
            _("Search engines, rights, notes"),
            {
                "classes": ("collapse",),
                "fields": (
                    "seo_title",
                    "seo_description",
                    "copyright_line",
                    "internal_notes",
                ),
            },
        ),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("record")

    def get_fieldsets(self, request, obj=None):
        if self.part(request):
            return ()
        return super().get_fieldsets(request, obj)

    def get_form(self, request, obj=None, **kwargs):
        if self.part(request):
            kwargs["fields"] = ()
        else:
            names = [name for _t, options in self.fieldsets for name in options["fields"]]
            kwargs["fields"] = flat(expand(self.model, names))
        return super().get_form(request, obj, **kwargs)

    def get_inlines(self, request, obj):
        part = self.part(request)
        if part:
            return [PARTS[part]]
        if obj is None:
            return [inlines.CountryTable, inlines.VersionStack]
        short = [SHORT[name] for name in PARTS if self.count(obj, name) <= LONG]
        return [*short, *ALWAYS]

    def part(self, request) -> str:
        """The long list that is edited on a page of its own, if any."""
        name = request.GET.get("part", "")
        return name if name in PARTS else ""

    def count(self, obj: Film, name: str) -> int:
        return COUNTS[name].objects.filter(film=obj.pk).count()

    def change_view(self, request, object_id, form_url="", extra_context=None):
        obj = self.get_object(request, object_id)
        lists = [(name, PARTS[name].model._meta.verbose_name_plural, self.count(obj, name))
                 for name in PARTS] if obj else []  # fmt: skip
        context = {"part": self.part(request), "long_lists": lists, "long": LONG}
        return super().change_view(
            request, object_id, form_url, {**context, **(extra_context or {})}
        )

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if "pinned" in form.changed_data:
            pin(obj.record, form.cleaned_data["pinned"])

    def response_change(self, request, obj):
        response = super().response_change(request, obj)
        if self.part(request) and "_continue" in request.POST:
            return HttpResponseRedirect(f"{request.path}?part={self.part(request)}")
        return response

    @admin.display(description=_("title"), ordering=columns("title")[0])
    def title_column(self, film: Film) -> str:
        return str(film)

    @admin.display(description=_("poster"))
    def poster(self, film: Film):
        rows = list(film.placements.select_related("image__record"))
        spoken = (get_language() or "")[:2]
        best = min(
            rows, key=lambda row: (row.usage != "poster", row.language != spoken), default=None
        )
        return thumbnail(best.image) if best else "–"

    @admin.display(description=_("place"), ordering="record__pinned")
    def place(self, film: Film) -> str:
        return "" if film.record.pinned is None else str(film.record.pinned)
