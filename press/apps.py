from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PressConfig(AppConfig):
    name = "press"
    verbose_name = _("Press")

    def ready(self):
        from django.utils.translation import pgettext_lazy

        from assets.enlarging import register_terms
        from editorial.kinds import Part, extend
        from editorial.rights import Act, languages_of, may
        from films.doors import Door, register_action, register_door
        from pages.chrome import Room, register_room
        from press.desk.several import choose_kits
        from press.documents import mention_targets
        from press.models import Mention
        from press.offering import has_room
        from press.terms import terms_by_language

        films = Part(
            "films", Mention, "page", named_by=("film",), one_by=(("film",),), is_once=True
        )
        register_terms(terms_by_language)
        extend("page", films, targets=mention_targets)
        register_room(Room(pgettext_lazy("press room", "Press"), "press_room", has_room))
        label = _("Press links: the press area with what is not public")
        register_door(Door("press", label, "press_links", may=lambda user: may(user, Act.SHARE)))
        label = _("Press kits: what is missing, build, download")
        register_door(Door("press", label, "press_kits"))
        register_action(choose_kits, lambda user: bool(languages_of(user)))
