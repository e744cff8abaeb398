from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FestivalsConfig(AppConfig):
    name = "festivals"
    verbose_name = _("Festivals and venues")

    def ready(self):
        from editorial.kinds import Kind, Part, register
        from festivals.models import Edition, Festival

        register(
            Kind(
                "festival",
                Festival,
                (
                    Part("facts", Festival),
                    Part("editions", Edition, "festival", named_by=("year",), one_by=(("year",),)),
                ),
            )
        )
