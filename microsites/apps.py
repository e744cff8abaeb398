from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MicrositesConfig(AppConfig):
    name = "microsites"
    verbose_name = _("Microsites")

    def ready(self):
        from editorial.kinds import extend
        from microsites.documents import microsite_index, microsite_targets
        from microsites.parts import PARTS
        from microsites.previewing import register_outputs

        extend("film", *PARTS, targets=microsite_targets, index=microsite_index)
        register_outputs()
