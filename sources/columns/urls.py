"""The addresses of tables as sources, below /admin/."""

from django.contrib import admin
from django.urls import path

from sources.columns import views

wrap = admin.site.admin_view
HOME = "films/film/<int:film_id>/sources/"

urlpatterns = [
    path(f"{HOME}new-table/", wrap(views.show_arrival), name="source_table_new"),
    path(f"{HOME}<int:source_id>/table/", wrap(views.show_table), name="source_table"),
]
