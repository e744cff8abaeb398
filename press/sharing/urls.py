"""The address of press links in the admin, below /admin/."""

from django.contrib import admin
from django.urls import path
from django.views.decorators.http import require_http_methods

from press.sharing import desk

forms = require_http_methods(["GET", "HEAD", "POST"])
urlpatterns = [
    path(
        "films/film/<int:film_id>/press-links/",
        admin.site.admin_view(forms(desk.film_links)),
        name="press_links",
    ),
]
