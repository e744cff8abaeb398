from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "pages"
    verbose_name = _("Company and pages")

    def ready(self):
        from assets.gate import register_use
        from editorial.kinds import register
        from editorial.leading import register_leading
        from pages.document import PAGE, PROFILE
        from pages.previewing import register_outputs
        from pages.redirecting.standing import is_led

        register(PAGE)
        register(PROFILE)
        register_outputs()
        register_use(is_site_logo)
        register_leading(is_led)


def is_site_logo(images) -> bool:
    """Tell whether one of these pictures stands at the top of every page."""
    from pages.models import Profile

    return Profile.objects.filter(logo__in=list(images)).exists()
