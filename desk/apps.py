from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    name = "desk"
    verbose_name = _("Import and export")

    def ready(self):
        from desk.data_out.views import choose_films

        # They register themselves.
        from desk.erasing import kits, mergings, pages, sources, taking, typed  # noqa: F401
        from desk.finding.indexing import index_change
        from desk.own_pages.reading import is_own_page, read_own_page
        from editorial.changes import on_finish
        from editorial.rights import Act, may
        from films.doors import register_action
        from sources.taking.readers import register_reader

        register_reader(is_own_page, read_own_page)
        on_finish(index_change)
        register_action(choose_films, lambda user: may(user, Act.EDIT))
