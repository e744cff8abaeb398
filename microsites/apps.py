from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MicrositesConfig(AppConfig):
    name = "microsites"
    verbose_name = _("Microsites")

    def ready(self):
        from editorial.history.naming import register_words
        from editorial.kinds import extend
        from editorial.publishing.boundaries import register_boundary
        from films.doors import Door, register_door
        from films.duplicating import register_choice
        from microsites import wording
        from microsites.documents import microsite_index, microsite_targets
        from microsites.models import MicrositePage
        from microsites.parts import PARTS
        from microsites.phases.boundary import next_change
        from microsites.previewing import register_outputs

        extend("film", *PARTS, targets=microsite_targets, index=microsite_index)
        register_boundary(next_change)
        register_outputs()
        register_words("block", wording.block_word)
        register_words("block form", wording.variant_word)
        register_words("phase", wording.phase_word)
        label = _("Pages and blocks of the film’s own small site")
        copied = ("theme", "microsite_pages", "blocks", "entries")
        register_choice("microsite", _("Microsite: look, pages and blocks"), copied)
        register_door(Door("microsite", label, "microsite_desk", MicrositePage))
