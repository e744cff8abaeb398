from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SourcesConfig(AppConfig):
    name = "sources"
    verbose_name = _("Sources")

    def ready(self):
        from editorial.changes import on_finish
        from sources.comparing.renewing import renew_touched

        on_finish(renew_touched)
