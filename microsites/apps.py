from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MicrositesConfig(AppConfig):
    name = "microsites"
    verbose_name = _("Microsites")

    def ready(self):
        from editorial.kinds import extend
        from microsites.parts import PARTS

        for part in PARTS:
            extend("film", part)
