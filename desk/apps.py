from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    name = "desk"
    verbose_name = _("Import and export")

    def ready(self):
        from desk.erasing import kits, typed  # noqa: F401 (register themselves)
        from desk.finding.indexing import index_change
        from editorial.changes import on_finish

        on_finish(index_change)
