from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "pages"
    verbose_name = _("Company and pages")

    def ready(self):
        from editorial.kinds import register
        from pages.document import PAGE, PROFILE

        register(PAGE)
        register(PROFILE)
