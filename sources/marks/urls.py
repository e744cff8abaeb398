"""The addresses of points in the admin, below /admin/."""

from django.contrib import admin
from django.urls import path

from sources.marks import report, views

wrap = admin.site.admin_view
HOME = "films/film/<int:film_id>/points/"

urlpatterns = [
    path("sources/points/", wrap(report.show_open), name="open_points"),
    path(HOME, wrap(views.show_all), name="film_points"),
    path(f"{HOME}marks/", wrap(views.show_marks), name="film_point_marks"),
    path(f"{HOME}panel/", wrap(views.show_panel), name="film_point_panel"),
    path(f"{HOME}decide/", wrap(views.decide_point), name="point_decide"),
]
