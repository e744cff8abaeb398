from django.contrib import admin

from editorial.admin_base import EditorialAdmin, RowStack, VocabularyAdmin
from editorial.fields import columns
from films.models import Genre, PressItem, Quote


@admin.register(Genre)
class GenreAdmin(VocabularyAdmin):
    list_display = ("key", *columns("name"))
    search_fields = ("key", *columns("name"))
    fieldsets = ((None, {"fields": ("key", "name")}),)


class QuoteStack(RowStack):
    model = Quote
    row_fields = ("text", "translation", ("is_featured", "position"))


@admin.register(PressItem)
class PressItemAdmin(EditorialAdmin):
    list_display = ("title", "outlet", "author", "film")
    list_filter = ("kind", "language")
    search_fields = ("title", "outlet", "author")
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
