from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PressConfig(AppConfig):
    name = "press"
    verbose_name = _("Press")

    def ready(self):
        from editorial.kinds import Part, extend
        from press.documents import mention_targets
        from press.models import Mention

        films = Part(
            "films", Mention, "page", named_by=("film",), one_by=(("film",),), is_once=True
        )
        extend("page", films, targets=mention_targets)
