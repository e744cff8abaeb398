"""The addresses of a film's sources in the admin, below /admin/."""

from django.contrib import admin
from django.urls import path

from sources.desk import list_views, read_views, source_views

wrap = admin.site.admin_view
HOME = "films/film/<int:film_id>/sources/"
SOURCE = f"{HOME}<int:source_id>/"

urlpatterns = [
    path(HOME, wrap(list_views.show_sources), name="film_sources"),
    path(f"{HOME}new/", wrap(source_views.add_source), name="source_new"),
    path(f"{HOME}intakes/<int:intake_id>/undo/", wrap(list_views.undo_intake), name="intake_undo"),
    path(SOURCE, wrap(read_views.read_page), name="source_read"),
    path(f"{SOURCE}edit/", wrap(source_views.edit_source), name="source_edit"),
    path(f"{SOURCE}delete/", wrap(source_views.delete_source), name="source_delete"),
    path(f"{SOURCE}naming/", wrap(list_views.set_naming), name="source_naming"),
]
