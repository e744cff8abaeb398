"""The addresses of the microsite desk, below /admin/.

The first word after `microsite/` says the tab: none is the pages, `look/`, `domain/`, `archive/`.
"""

from django.contrib import admin
from django.urls import path

from microsites.archive import desk_views as archive
from microsites.desk import (
    acting,
    domain_views,
    paste_view,
    picture_view,
    row_views,
    theme_views,
    views,
)

wrap = admin.site.admin_view
HOME = "films/film/<int:film_id>/microsite/"
BLOCK = f"{HOME}blocks/<uuid:uuid>/entries/"

urlpatterns = [
    path(f"{HOME}archive/", wrap(archive.show_archive), name="microsite_desk_archive"),
    path(
        f"{HOME}archive/delete/",
        wrap(archive.delete_archive),
        name="microsite_desk_archive_delete",
    ),
    path(f"{HOME}archive/undo/", wrap(archive.undo), name="microsite_desk_archive_undo"),
    path(HOME, wrap(views.show_desk), name="microsite_desk"),
    path(f"{HOME}start/", wrap(views.start), name="microsite_desk_start"),
    path(f"{HOME}act/", wrap(acting.act), name="microsite_desk_act"),
    path(f"{HOME}undo/", wrap(acting.undo), name="microsite_desk_undo"),
    path(f"{HOME}pages/new/", wrap(row_views.add_page), name="microsite_desk_page_new"),
    path(f"{HOME}blocks/new/", wrap(acting.add_block), name="microsite_desk_block_new"),
    path(BLOCK, wrap(row_views.show_list), name="microsite_desk_entries"),
    path(f"{BLOCK}pictures/", wrap(picture_view.choose_pictures), name="microsite_desk_pictures"),
    path(f"{BLOCK}paste/", wrap(paste_view.paste), name="microsite_desk_paste"),
    path(f"{BLOCK}new/", wrap(row_views.add_entry), name="microsite_desk_entry_new"),
    path(f"{HOME}look/", wrap(theme_views.show_look), name="microsite_desk_look"),
    path(f"{HOME}look/try/", wrap(theme_views.try_look), name="microsite_desk_look_try"),
    path(
        f"{HOME}look/letters.css",
        wrap(theme_views.show_letters),
        name="microsite_desk_look_letters",
    ),
    path(f"{HOME}domain/", wrap(domain_views.show_domain), name="microsite_desk_domain"),
    path(
        f"{HOME}<slug:table>/<uuid:uuid>/",
        wrap(row_views.edit_row),
        name="microsite_desk_row",
    ),
]
