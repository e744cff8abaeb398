"""Preview links in the menu: a list and no form, because a link is made in a preview."""

from django.contrib import admin
from django.views.decorators.http import require_safe

from editorial.models import ShareLink
from editorial.rights import Act, may
from pages.preview.links import all_links


@admin.register(ShareLink)
class ShareLinkAdmin(admin.ModelAdmin):
    def get_urls(self):
        rooms = ("_changelist", "_add")
        return [url for url in super().get_urls() if url.name and url.name.endswith(rooms)]

    def changelist_view(self, request, extra_context=None):
        return require_safe(all_links)(request)

    def has_module_permission(self, request) -> bool:
        return may(request.user, Act.SHARE)

    def has_view_permission(self, request, obj=None) -> bool:
        return may(request.user, Act.SHARE)

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False
