"""The admin site: titles and the order in which an editor thinks of the rooms."""

from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _

ROOM_ORDER = ["films", "people", "festivals", "assets", "pages", "desk", "editorial", "auth"]


class LichtspielAdminSite(AdminSite):
    site_title = _("Lichtspiel")
    site_header = _("Lichtspiel")
    index_title = _("The editorial desk")
    site_url = "/"
    enable_nav_sidebar = True

    def get_app_list(self, request, app_label=None):
        apps = super().get_app_list(request, app_label)
        known = {label: place for place, label in enumerate(ROOM_ORDER)}
        return sorted(apps, key=lambda app: known.get(app["app_label"], len(known)))
