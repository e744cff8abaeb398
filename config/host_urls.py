"""All addresses of a film's own host. There is no desk here, and nothing of other films."""

from django.urls import path
from django.views.decorators.http import require_safe

# It registers the converters.
import config.urls  # noqa: F401
from assets.gate import show_media
from desk import site_files
from desk.sitemap.views import host_sitemap
from microsites.hosts import views
from microsites.theming.views import show_stylesheet

urlpatterns = [
    path("", require_safe(views.entrance)),
    path("media/styles/<slug:name>/<path:path>", require_safe(show_stylesheet)),
    path("media/<path:path>", require_safe(show_media)),
    path("sitemap.xml", require_safe(host_sitemap)),
    path("robots.txt", require_safe(views.robots)),
    path("healthz", require_safe(site_files.health)),
    path(".well-known/security.txt", require_safe(site_files.security_contact)),
    path("<language:language>/", require_safe(views.show)),
    path("<language:language>/<slug:page>/", require_safe(views.show)),
    path(
        "<language:language>/<slug:slug>/laurels/<uuid:uuid>.<drawing:kind>",
        require_safe(views.laurel),
    ),
]
