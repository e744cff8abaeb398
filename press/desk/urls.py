"""The addresses of press kits in the admin, below /admin/."""

from django.contrib import admin
from django.urls import path

from press.desk import data_sheet, several, views

wrap = admin.site.admin_view
HOME = "films/film/<int:film_id>/press-kits/"

urlpatterns = [
    path("films/film/press-kits/", wrap(several.show_several), name="press_kits_several"),
    path("films/film/press-kits/list/", wrap(several.show_list), name="press_kits_several_list"),
    path(HOME, wrap(views.show_film), name="press_kits"),
    path(f"{HOME}data-sheet/<str:language>/", wrap(data_sheet.show_sheet), name="press_data_sheet"),
    path(
        f"{HOME}data-sheet/<str:language>/<slug:kind>/",
        wrap(data_sheet.send_file),
        name="press_data_sheet_file",
    ),
    path(f"{HOME}list/", wrap(views.show_list), name="press_kits_list"),
    path(f"{HOME}<int:kit_id>/file/", wrap(views.download), name="press_kit_download"),
    path(f"{HOME}<int:kit_id>/remove/", wrap(views.remove), name="press_kit_remove"),
    path(f"{HOME}<int:kit_id>/again/", wrap(views.build_again), name="press_kit_again"),
]
