from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SourcesConfig(AppConfig):
    name = "sources"
    verbose_name = _("Sources")

    def ready(self) -> None:
        from editorial.changes import on_finish
        from editorial.rights import Act, may
        from films.additions import register_addition
        from films.doors import Door, register_door, register_line
        from sources.comparing.renewing import renew_touched
        from sources.marks.line import say_standing
        from sources.public import named_sources

        on_finish(renew_touched)
        register_line(say_standing)
        register_addition(lambda film: named_sources(film.uuid))
        label = _("Sources: paste a record or a review, take facts from it, see who says what")
        register_door(Door("facts", label, "film_sources", may=lambda user: may(user, Act.EDIT)))
