"""Previews at the desk, below /admin/preview/."""

from django.contrib import admin
from django.urls import path
from django.views.decorators.http import require_http_methods, require_safe

from pages.preview import desk, links

wrap = admin.site.admin_view
forms = require_http_methods(["GET", "HEAD", "POST"])
urlpatterns = [
    path("links/", wrap(require_safe(links.all_links)), name="preview_all_links"),
    path("links/<int:pk>/revoke/", wrap(links.revoke), name="preview_link_revoke"),
    path("<uuid:uuid>/", wrap(require_safe(desk.show_frame)), name="preview"),
    path("<uuid:uuid>/page/", wrap(require_safe(desk.show_inner)), name="preview_page"),
    path("<uuid:uuid>/links/", wrap(forms(links.record_links)), name="preview_links"),
]
