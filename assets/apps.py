from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssetsConfig(AppConfig):
    name = "assets"
    verbose_name = _("Pictures and videos")

    def ready(self):
        from assets.gate import is_used
        from assets.models import Image
        from assets.tasks import complete_again
        from editorial.kinds import Kind, Part, register
        from editorial.publishing.boundaries import register_boundary

        register(
            Kind(
                "image",
                Image,
                (
                    Part(
                        "facts",
                        Image,
                        excluded={
                            "is_complete": "state of the background work",
                            "cropped_for": "state of the background work",
                        },
                    ),
                ),
                wake=complete_again,
                shown_elsewhere=is_used,
            )
        )
        register_boundary(next_rights_end)


def next_rights_end(now):
    """Return the next moment at which a picture disappears."""
    from assets.models import Image

    ends = Image.objects.filter(rights_until__gt=now).order_by("rights_until")
    return ends.values_list("rights_until", flat=True).first()
