"""Pages, company profile and redirects in the admin."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from editorial.admin.base import EditorialAdmin
from editorial.fields import columns
from editorial.publishing.admin import PublishingAdmin
from pages.address_form import AddressFormMixin
from pages.missing_admin import MissingAddressAdmin
from pages.models import Page, Profile
from pages.preview.admin import ShareLinkAdmin
from pages.redirecting.admin import RedirectAdmin

__all__ = [
    "MissingAddressAdmin",
    "PageAdmin",
    "ProfileAdmin",
    "RedirectAdmin",
    "ShareLinkAdmin",
]


class PageForm(AddressFormMixin, forms.ModelForm):
    class Meta:
        model = Page
        fields = "__all__"


_release_rows: list[type[admin.TabularInline]] = []


def register_release_rows(rows: type[admin.TabularInline]) -> None:
    """Let a room further out have rows in the form of a press release."""
    if rows not in _release_rows:
        _release_rows.append(rows)


@admin.register(Page)
class PageAdmin(PublishingAdmin):
    form = PageForm
    list_display = ("__str__", "parent", "menu", "position", "state_column")
    list_filter = ("menu", "purpose", "is_press_release")
    search_fields = columns("title")
    search_help_text = _("Title")
    empty_text = _("Imprint and privacy come first: every site needs them.")
    autocomplete_fields = ("parent", "image")
    fieldsets = (
        (None, {"fields": ("title", "slug", "body", "image")}),
        (_("Place"), {"fields": (("parent", "menu", "position"), ("purpose", "is_press_release"))}),
        (
            _("Search engines and notes"),
            {
                "classes": ("collapse",),
                "fields": ("seo_title", "seo_description", "internal_notes"),
            },
        ),
    )

    def get_inlines(self, request, obj):
        # Rows that say what a release is about mean nothing on any other page.
        # A page that is not saved yet may become one: its films are chosen at once.
        return _release_rows if obj is None or obj.is_press_release else []


@admin.register(Profile)
class ProfileAdmin(EditorialAdmin):
    # There is one: nothing to choose in a list, and nothing to delete by it.
    actions = None
    autocomplete_fields = ("logo",)
    fieldsets = (
        (None, {"fields": ("name", "claim", "logo")}),
        (
            _("Imprint"),
            {
                "fields": (
                    ("legal_form", "represented_by"),
                    "street",
                    ("postal_code", "city", "country"),
                    ("email", "phone"),
                    ("register_court", "register_number"),
                    "vat_id",
                    "responsible",
                    "dispute_resolution",
                )
            },
        ),
        (
            _("Privacy"),
            {
                "fields": (
                    "hosting",
                    "log_days",
                    "press_terms",
                    ("privacy_contact", "supervisory_authority"),
                )
            },
        ),
        (
            _("Accessibility"),
            {"fields": (("conformance", "assessed_on"), "known_barriers")},
        ),
        (_("Elsewhere"), {"fields": ("same_as",)}),
    )

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not Profile.objects.exists()
