from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from editorial.admin.base import EditorialAdmin, RowStack, VocabularyAdmin
from editorial.fields import columns
from films.admin.forms import TrailerForm
from films.admin.inlines import TextTrackTable
from films.models import Genre, PressItem, Quote, Trailer


@admin.register(Genre)
class GenreAdmin(VocabularyAdmin):
    list_display = ("key", *columns("name"))
    search_fields = ("key", *columns("name"))
    fieldsets = ((None, {"fields": ("key", "name")}),)


@admin.register(Trailer)
class TrailerAdmin(EditorialAdmin):
    """A trailer by itself, for its subtitles; films have their trailers in their own form."""

    form = TrailerForm
    list_display = ("film", "__str__", "language")
    search_fields = ("film__record__key",)
    search_help_text = _("Key of the film")
    empty_text = _("Trailers are uploaded in the film; their subtitles are added here.")
    autocomplete_fields = ("film", "video", "poster")
    inlines = (TextTrackTable,)
    fieldsets = (
        (
            None,
            {"fields": ("film", "title", ("upload", "video"), ("poster_upload", "poster"),
                        ("language", "position"))},
        ),
    )  # fmt: skip


class QuoteStack(RowStack):
    model = Quote
    row_fields = ("text", "abridged", "translation", ("is_featured", "position"))


@admin.register(PressItem)
class PressItemAdmin(EditorialAdmin):
    list_display = ("title", "outlet", "author", "film")
    list_filter = ("kind", "language")
    search_fields = ("title", "outlet", "author")
    search_help_text = _("Title, outlet or author")
    empty_text = _("Reviews and articles are entered in the film; their quotes stand here.")
    autocomplete_fields = ("film",)
    inlines = (QuoteStack,)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "film",
                    "title",
                    ("author", "outlet"),
                    ("date", "precision"),
                    ("language", "kind"),
                    "url",
                    "position",
                )
            },
        ),
    )
