from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PressConfig(AppConfig):
    name = "press"
    verbose_name = _("Press")

    def ready(self):
        from editorial.kinds import Part, extend
        from editorial.rights import languages_of
        from films.doors import Door, register_action, register_door
        from press.desk.several import choose_kits
        from press.documents import mention_targets
        from press.models import Mention

        films = Part(
            "films", Mention, "page", named_by=("film",), one_by=(("film",),), is_once=True
        )
        extend("page", films, targets=mention_targets)
        label = _("Press kits: what is missing, build, download")
        register_door(Door("press", label, "press_kits"))
        register_action(choose_kits, lambda user: bool(languages_of(user)))
