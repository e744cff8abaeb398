"""Django's admin under our name."""

from django.contrib.admin.apps import AdminConfig


class LichtspielAdminConfig(AdminConfig):
    default_site = "config.admin_site.LichtspielAdminSite"
