from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    name = "editorial"
    verbose_name = _("Publishing")

    def ready(self):
        # They register what begins and ends a change.
        from editorial.rights import bounds  # noqa: F401
