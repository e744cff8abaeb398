from django.contrib import admin
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from assets.previews import thumbnail
from assets.video.telling import tell_state
from editorial.admin.base import EditorialAdmin, RowStack, VocabularyAdmin
from editorial.fields import columns
from editorial.rights import Act, may
from films.admin.forms import TrailerForm
from films.admin.inlines import TextTrackTable
from films.admin.poster_frame import choose_frame
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
    readonly_fields = ("video_state", "frame", "frame_alone")
    fieldsets = (
        (
            None,
            {"fields": ("film", "title", ("upload", "video"), "video_state", "external_url",
                        ("poster_upload", "poster"), "frame", ("language", "position"))},
        ),
    )  # fmt: skip

    def get_fieldsets(self, request, obj=None):
        (name, options), *others = super().get_fieldsets(request, obj)
        if not may(request.user, Act.EDIT):
            fields = ["frame_alone" if field == "frame" else field for field in options["fields"]]
            options = {**options, "fields": fields}
        return ((name, options), *others)

    def get_urls(self):
        view = self.admin_site.admin_view(choose_frame)
        own = path("<int:trailer_id>/frame/", view, name="films_trailer_frame")
        return [own, *super().get_urls()]

    @admin.display(description=_("state of the video"))
    def video_state(self, trailer):
        return tell_state(trailer.video) if trailer.video_id else "–"

    @admin.display(description=_("poster frame"))
    def frame(self, trailer):
        if not trailer.pk or not trailer.video_id:
            return "–"
        url = reverse("admin:films_trailer_frame", args=[trailer.pk])
        picture = thumbnail(trailer.poster) if trailer.poster_id else ""
        return format_html('{} <a href="{}">{}</a>', picture, url, _("Choose a poster frame"))

    @admin.display(description=_("poster frame"))
    def frame_alone(self, trailer):
        """For those who may not choose one."""
        return thumbnail(trailer.poster) if trailer.pk and trailer.poster_id else "–"


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
