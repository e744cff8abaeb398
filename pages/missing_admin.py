"""Addresses that lead nowhere, to look at and to lead on."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from editorial.admin.listings import ReadOnlyAdmin
from editorial.rights import Act, may
from pages.models import MissingAddress


@admin.register(MissingAddress)
class MissingAddressAdmin(ReadOnlyAdmin):
    list_display = ("address", "count", "redirect_link", "referrer", "last_at")
    search_fields = ("path", "query", "referrer")
    search_help_text = _("Address")
    empty_text = _("Nobody has asked for an address that is not here.")
    fields = ("path", "query", "count", "referrer", "first_at", "last_at")

    def get_list_display(self, request):
        shown = super().get_list_display(request)
        return [n for n in shown if n != "redirect_link" or may(request.user, Act.EDIT)]

    def changelist_view(self, request, extra_context=None):
        extra_context = {"empty_text": self.empty_text, **(extra_context or {})}
        return super().changelist_view(request, extra_context)

    @admin.display(description=_("address"), ordering="path")
    def address(self, row):
        return str(row)

    @admin.display(description=_("redirect"))
    def redirect_link(self, row):
        """Lead to the form of a redirect in which the old address stands already."""
        given = urlencode({"old_path": row.path, "old_query": row.query})
        url = f"{reverse('admin:pages_redirect_add')}?{given}"
        return format_html('<a href="{}">{}</a>', url, _("Make a redirect"))
