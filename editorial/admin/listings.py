"""Publications and revisions to look at; nothing is written here."""

from django.contrib import admin

from editorial.admin.actions import HeldActions
from editorial.models import Publication, Revision


class ReadOnlyAdmin(HeldActions, admin.ModelAdmin):
    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Publication)
class PublicationAdmin(ReadOnlyAdmin):
    list_display = ("record", "language", "title", "publish_at", "withdrawn_at", "user")
    list_filter = ("kind", "language")
    search_fields = ("title", "path", "record__key")
    list_select_related = ("record", "user")


@admin.register(Revision)
class RevisionAdmin(ReadOnlyAdmin):
    list_display = ("record", "line", "language", "created_at", "user", "reason")
    list_filter = ("line", "language", "record__kind")
    search_fields = ("record__key", "reason")
    list_select_related = ("record", "user")
