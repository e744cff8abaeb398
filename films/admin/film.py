"""The film form: facts once, prose side by side; long lists on desks of their own."""

from functools import reduce
from operator import or_

from django.contrib import admin
from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from assets.previews import framed
from editorial.admin.base import expand, flat
from editorial.fields import columns
from editorial.guard.choices import known_rows
from editorial.publishing import pin
from editorial.publishing.admin import PublishingAdmin, StateChangeList
from films.admin import inlines
from films.admin.duplicate import DuplicatePage
from films.admin.forms import FilmForm
from films.credits_desk.admin import CreditsDeskMixin
from films.doors import actions_of, doors, lines_of
from films.key_pictures import POSTER_FIRST, key_pictures
from films.models import AlternativeTitle, Credit, Film, Placement
from films.stills_desk.admin import StillsDeskMixin
from people.models import Person

# More rows than this make the form slow and long: their desk alone has them.
LONG = 25
SHORT = {"credits": inlines.CreditTable, "pictures": inlines.PlacementTable}
COUNTS = {"credits": Credit, "pictures": Placement}
DESKS = {
    "credits": (
        _("Credits desk: paste a list, groups and companies, billing, order"),
        "admin:films_film_credits",
    ),
    "pictures": (
        _("Stills desk: upload many, put in order, describe"),
        "admin:films_film_stills",
    ),
}
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


TABS = (
    ("facts", _("Facts")),
    ("texts", _("Texts")),
    ("credits", _("Credits and companies")),
    ("festivals", _("Festivals and awards")),
    ("screenings", _("Screenings and releases")),
    ("press", _("Press")),
    ("pictures", _("Pictures and trailers")),
    ("links", _("Links, numbers, notes")),
    ("microsite", _("Microsite")),
)
BASICS = (
    (
        None,
        {
            "classes": ("tab-facts",),
            "fields": ("title", "slug", ("category", "status", "year", "pinned"), "genres"),
        },
    ),
    (
        None,
        {
            "classes": ("tab-texts",),
            "fields": (
                "tagline",
                "logline",
                "synopsis_short",
                "synopsis_medium",
                "synopsis_long",
            ),
        },
    ),
)
FIELDSETS = (
    *BASICS,
    (
        _("Notes on awards"),
        {"classes": ("tab-festivals", "after-rows"), "fields": ("award_notes",)},
    ),
    (
        _("Texts for the press"),
        {
            "classes": ("tab-press",),
            "fields": (
                "press_note",
                "directors_statement",
                "interview",
                "production_notes",
                "additional_info",
            ),
        },
    ),
    (
        _("Search engines"),
        {"classes": ("tab-links", "after-rows"), "fields": ("seo_title", "seo_description")},
    ),
    (
        _("Rights and notes"),
        {"classes": ("tab-links", "after-rows"), "fields": ("copyright_line", "internal_notes")},
    ),
)


class PosterChangeList(StateChangeList):
    """A list whose films know their posters."""

    def get_results(self, request):
        super().get_results(request)
        pictures = key_pictures([film.pk for film in self.result_list], POSTER_FIRST)
        for film in self.result_list:
            film.key_picture = pictures.get(film.pk)


@admin.register(Film)
class FilmAdmin(DuplicatePage, CreditsDeskMixin, StillsDeskMixin, PublishingAdmin):
    form = FilmForm
    change_form_template = "admin/films/film_change_form.html"
    list_display = ("title_column", "category", "year", "state_column", "place")
    search_help_text = _("Title, other title, key or a name in the credits")
    empty_text = _("A title, a year and one sentence are enough to begin.")
    list_filter = ("category", "year", "status")
    search_fields = (*columns("title"), "record__key")
    autocomplete_fields = ("genres",)
    tabs = TABS
    fieldsets = FIELDSETS

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("record")

    def get_search_results(self, request, queryset, search_term):
        """Find films by the words of their titles and credits, each word anywhere.

        Not joined: a film with 60 credits would be looked at 60 times, and counted once. Of the
        people those are found first who have the word; an index leads from them to their films.
        """
        for word in search_term.split():
            own = (Q(**{f"{name}__icontains": word}) for name in self.search_fields)
            titles = AlternativeTitle.objects.filter(title__icontains=word).values("film")
            people = Person.objects.filter(name__icontains=word).order_by().values("pk")
            credits = Credit.objects.filter(person__in=people).order_by().values("film")
            queryset = queryset.filter(reduce(or_, own, Q(pk__in=titles) | Q(pk__in=credits)))
        return queryset, False

    def get_fieldsets(self, request, obj=None):
        if obj is None:
            # A new film asks for little; the rest comes with its tabs.
            return tuple((t, {**o, "fields": expand(self.model, o["fields"])}) for t, o in BASICS)
        return super().get_fieldsets(request, obj)

    def get_form(self, request, obj=None, **kwargs):
        fieldsets = self.get_fieldsets(request, obj)
        kwargs["fields"] = flat(
            name for _t, options in fieldsets for name in flat(options["fields"])
        )
        return super().get_form(request, obj, **kwargs)

    def get_inlines(self, request, obj):
        if obj is None:
            return [inlines.CountryTable, inlines.VersionStack]
        short = [SHORT[name] for name in SHORT if self.count(obj, name) <= LONG]
        return [*short, *ALWAYS]

    def count(self, obj: Film, name: str) -> int:
        known = known_rows(obj, COUNTS[name])
        return COUNTS[name].objects.filter(film=obj.pk).count() if known is None else len(known)

    def tab_links(self, request, obj):
        """The desks of the long lists; beyond `LONG` rows the form only counts them."""
        if obj is None:
            return {}
        links = {}
        for name, (label, address) in DESKS.items():
            count = self.count(obj, name)
            address = reverse(address, args=[obj.pk])
            links[name] = [(label, count if count > LONG else 0, address)]
        for door in doors():
            if door.may and not door.may(request.user):
                continue
            count = len(known_rows(obj, door.rows) or ()) if door.rows else 0
            address = reverse(door.address, args=[obj.pk])
            links.setdefault(door.tab, []).append((door.label, count, address))
        return links

    def render_change_form(self, request, context, *args, **kwargs):
        obj = kwargs.get("obj")
        context["lines"] = lines_of(obj, request.user) if obj else []
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if "pinned" in form.changed_data:
            pin(obj.record, form.cleaned_data["pinned"])

    def get_actions(self, request):
        further = [self.get_action(action) for action in actions_of(request.user)]
        return super().get_actions(request) | {action[1]: action for action in further}

    def get_changelist(self, request, **kwargs):
        return PosterChangeList

    @admin.display(description=_("title"), ordering=columns("title")[0])
    def title_column(self, film: Film) -> str:
        return format_html("{}<span>{}</span>", framed(film.key_picture), film)

    @admin.display(description=_("place"), ordering="record__pinned")
    def place(self, film: Film) -> str:
        return "" if film.record.pinned is None else str(film.record.pinned)
