"""Redirects in the admin: one by one, and as a list that is looked at before it is taken."""

from django.contrib import admin, messages
from django.urls import path
from django.utils.translation import gettext_lazy as _

from editorial.admin.base import EditorialAdmin
from editorial.rights import Act, may
from pages.missing import forget_missing
from pages.models import Redirect
from pages.redirecting.list_views import export_view, import_view
from pages.redirecting.listing import old_address
from pages.redirecting.standing import is_shown


@admin.register(Redirect)
class RedirectAdmin(EditorialAdmin):
    list_display = ("old", "new_path")
    list_filter = ("is_prefix",)
    search_fields = ("old_path", "old_query", "new_path")
    search_help_text = _("Old or new address")
    empty_text = _("If a former site had other addresses, lead them to the new ones here.")
    fieldsets = ((None, {"fields": (("old_path", "old_query"), "is_prefix", "new_path")}),)

    @admin.display(description=_("old address"), ordering="old_path")
    def old(self, redirect):
        return old_address(redirect.rule)

    def get_urls(self):
        own = self.admin_site.admin_view
        return [
            path("list/", own(import_view), name="pages_redirect_import"),
            path("list/csv/", own(export_view), name="pages_redirect_export"),
            *super().get_urls(),
        ]

    def changelist_view(self, request, extra_context=None):
        extra = {"may_import": may(request.user, Act.EDIT), **(extra_context or {})}
        return super().changelist_view(request, extra)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        forget_missing(obj.old_path, obj.old_query)
        if not obj.is_prefix and is_shown(obj.old_path):
            message = _(
                "“%(address)s” shows something now, which comes first. The redirect counts as soon "
                "as nothing stands there any more."
            )
            messages.warning(request, message % {"address": obj.old_path})
