from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FilmsConfig(AppConfig):
    name = "films"
    verbose_name = _("Films")

    def ready(self):
        from editorial.kinds import register
        from editorial.publishing.boundaries import register_boundary
        from films.boundary import next_screening
        from films.document import FILM
        from films.previewing import register_outputs

        register(FILM)
        register_boundary(next_screening)
        register_outputs()
