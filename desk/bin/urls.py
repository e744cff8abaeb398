"""Addresses of the bin, below /admin/bin/."""

from django.contrib import admin
from django.urls import path

from desk.bin import pages

wrap = admin.site.admin_view
urlpatterns = [
    path("", wrap(pages.bin_view), name="desk_bin"),
    path("<int:record_id>/restore/", wrap(pages.restore_view), name="desk_bin_restore"),
    path("<int:record_id>/delete/", wrap(pages.purge_view), name="desk_bin_purge"),
]
