"""The addresses of data, below /admin/data/."""

from django.contrib import admin
from django.urls import path

from desk.data_out import views

wrap = admin.site.admin_view

urlpatterns = [
    path("", wrap(views.show_page), name="data_out"),
    path("table/", wrap(views.send_table), name="data_out_table"),
    path("site.json", wrap(views.send_site), name="data_out_site"),
]
