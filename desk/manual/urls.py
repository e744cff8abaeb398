"""Addresses of the manual, below /admin/manual/."""

from django.contrib import admin
from django.urls import path

from desk.manual import pages

wrap = admin.site.admin_view
urlpatterns = [
    path("", wrap(pages.contents), name="manual"),
    path("<slug:slug>/", wrap(pages.chapter), name="manual_chapter"),
    path(
        "pictures/<language:language>/<slug:name>.webp",
        wrap(pages.picture, cacheable=True),
        name="manual_picture",
    ),
]
