from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SourcesConfig(AppConfig):
    name = "sources"
    verbose_name = _("Sources")

    def ready(self):
        from editorial.changes import on_finish
        from films.doors import Door, register_door
        from sources.comparing.renewing import renew_touched

        on_finish(renew_touched)
        label = _("Sources: what others say about this film, and what is open")
