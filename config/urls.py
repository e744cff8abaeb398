"""All addresses. Public ones begin with their language."""

from django.contrib import admin
from django.urls import path, register_converter

from assets.gate import show_media
from config.converters import LanguageConverter, PagePathConverter
from desk import site_files
from desk import views as desk
from films import views as films
from people import views as people

register_converter(LanguageConverter, "language")
register_converter(PagePathConverter, "address")

urlpatterns = [
    path("", desk.entrance, name="entrance"),
    path("admin/", admin.site.urls),
    path("media/<path:path>", show_media, name="media"),
    path("search/", desk.search_entrance, name="search_entrance"),
    path("sitemap.xml", site_files.sitemap, name="sitemap"),
    path("robots.txt", site_files.robots, name="robots"),
    path("healthz", site_files.health, name="health"),
    path(".well-known/security.txt", site_files.security_contact, name="security_contact"),
    path("<language:language>/", films.home, name="home"),
    path("<language:language>/films.json", films.catalogue_data, name="films_json"),
    path("<language:language>/search/", desk.search, name="search"),
    path("<language:language>/people/<slug:slug>/", people.person_page, name="person"),
    path("<language:language>/<slug:slug>/microsite/", films.microsite, name="microsite"),
    path(
        "<language:language>/<slug:slug>/microsite/<slug:page>/",
        films.microsite,
        name="microsite_page",
    ),
    path("<language:language>/<slug:slug>/film.json", films.film_data, name="film_json"),
    path("<language:language>/<address:path>/", desk.show_address, name="address"),
]
handler404 = "desk.errors.not_found"
handler500 = "desk.errors.server_error"
handler400 = "desk.errors.bad_request"
handler403 = "desk.errors.forbidden"
