"""The admin site: titles, the menu on every page, and the desk as its start page."""

from django.contrib.admin import AdminSite
from django.urls import path
from django.utils.translation import gettext_lazy as _

from desk.menu import arrange, main_rooms


class LichtspielAdminSite(AdminSite):
    site_title = _("Lichtspiel")
    site_header = _("Lichtspiel")
    index_title = _("The editorial desk")
    index_template = "desk/start.html"
    site_url = "/"
    # The menu stands in the head of the page; a form needs the width.
    enable_nav_sidebar = False

    def has_permission(self, request):
        """Let members in; a membership that has ended is noticed at the next request."""
        # The models behind it are not ready when this module is loaded.
        from editorial.rights import role_of

        return role_of(request.user) is not None

    def each_context(self, request):
        context = super().each_context(request)
        menu = arrange(context["available_apps"], request.path)
        return {**context, "menu": menu, "main_rooms": main_rooms(menu)}

    def get_urls(self):
        from editorial.guard.presence import editing_view

        editing = path("editing/<int:record>/", self.admin_view(editing_view), name="editing")
        return [editing, *super().get_urls()]

    def autocomplete_view(self, request):
        from editorial.admin.pickers import PickerView

        return PickerView.as_view(admin_site=self)(request)

    def index(self, request, extra_context=None):
        # The start page reads models, which are not ready when this module is loaded.
        from desk.start import desk_of

        return super().index(request, {"desk": desk_of(request.user), **(extra_context or {})})
