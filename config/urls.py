"""All addresses. Public ones begin with their language."""

from django.contrib import admin
from django.urls import include, path, register_converter
from django.views.decorators.http import require_safe

from assets.gate import show_media
from config.converters import (
    DrawingConverter,
    LanguageConverter,
    PagePathConverter,
    RestConverter,
)
from desk import feed, site_files
from desk import views as desk
from desk.data_out.schemas import show_schema
from desk.members.accepting import accept_invitation
from desk.search_page.views import search, search_entrance
from desk.sitemap.views import sitemap, sitemap_part
from films import festival_views as festivals
from films import laurel_views as laurels
from films import screening_views as screenings
from films import views as films
from films.catalogue.views import catalogue
from microsites import views as microsites
from microsites.archive import serving as old_sites
from microsites.hosts import views as hosts
from microsites.theming.views import show_stylesheet
from pages.preview.public import show_shared
from people import views as people
from press import feed as press_feed
from press import views as press
from press.data_sheet import data_sheet, data_sheet_file
from press.sharing.public import show_area as show_shared_press

register_converter(LanguageConverter, "language")
register_converter(PagePathConverter, "address")
register_converter(DrawingConverter, "drawing")
register_converter(RestConverter, "rest")

urlpatterns = [
    path("", require_safe(desk.entrance), name="entrance"),
    path("admin/", include("desk.accounts.urls")),
    path("admin/bin/", include("desk.bin.urls")),
    path("admin/preview/", include("pages.preview.desk_urls")),
    path("admin/translations/", include("desk.cockpit.urls")),
    path("admin/invitation/<str:token>/", accept_invitation, name="desk_accept_invitation"),
    path("admin/", include("desk.finding.urls")),
    path("admin/start/", include("desk.start.urls")),
    path("admin/manual/", include("desk.manual.urls")),
    path("admin/data/", include("desk.data_out.urls")),
    path("admin/people/merging/", include("people.merging.undoing.urls")),
    path("admin/", include("microsites.desk.urls")),
    path("admin/", include("press.sharing.urls")),
    path("admin/", include("press.desk.urls")),
    path("admin/", include("sources.columns.urls")),
    path("admin/", include("sources.desk.urls")),
    path("admin/", include("sources.marks.urls")),
    path("admin/people/doubles/", include("people.doubles.urls")),
    path("admin/", admin.site.urls),
    path(
        "media/styles/<slug:name>/<path:path>",
        require_safe(show_stylesheet),
        name="microsite_style",
    ),
    path("media/<path:path>", require_safe(show_media), name="media"),
    path(
        "preview/archive/<str:token>/<language:language>/<rest:path>",
        old_sites.show_preview,
        name="archived_preview",
    ),
    path("preview/<str:token>/", require_safe(show_shared), name="shared_preview"),
    path("press/<str:token>/", require_safe(show_shared_press), name="shared_press"),
    path("search/", require_safe(search_entrance), name="search_entrance"),
    path("sitemap.xml", require_safe(sitemap), name="sitemap"),
    path("sitemap-<slug:name>.xml", require_safe(sitemap_part), name="sitemap_part"),
    path("robots.txt", require_safe(site_files.robots), name="robots"),
    path("schemas/<slug:name>.schema.json", require_safe(show_schema), name="schema"),
    path("hosts/known", require_safe(hosts.known), name="known_host"),
    path("healthz", require_safe(site_files.health), name="health"),
    path(
        ".well-known/security.txt",
        require_safe(site_files.security_contact),
        name="security_contact",
    ),
    path("<language:language>/", require_safe(films.home), name="home"),
    path("<language:language>/films/", require_safe(catalogue), name="catalogue"),
    path("<language:language>/films.json", require_safe(films.catalogue_data), name="films_json"),
    path(
        "<language:language>/screenings/",
        require_safe(screenings.calendar_page),
        name="screenings",
    ),
    path(
        "<language:language>/screenings.ics",
        require_safe(screenings.calendar_feed),
        name="screenings_ics",
    ),
    path("<language:language>/festivals/", require_safe(festivals.festival_list), name="festivals"),
    path(
        "<language:language>/festivals/<slug:slug>/",
        require_safe(festivals.festival_page),
        name="festival",
    ),
    path(
        "<language:language>/<slug:slug>/screenings.ics",
        require_safe(screenings.film_feed),
        name="film_ics",
    ),
    path(
        "<language:language>/<slug:slug>/laurels/<uuid:uuid>.<drawing:kind>",
        require_safe(laurels.show_laurel),
        name="laurel",
    ),
    path("<language:language>/feed.xml", require_safe(feed.feed), name="feed"),
    path("<language:language>/search/", require_safe(search), name="search"),
    path(
        "<language:language>/people/<slug:slug>/", require_safe(people.person_page), name="person"
    ),
    path(
        "<language:language>/companies/<slug:slug>/",
        require_safe(people.company_page),
        name="company",
    ),
    path(
        "<language:language>/<slug:slug>/microsite/",
        require_safe(microsites.microsite),
        name="microsite",
    ),
    path(
        "<language:language>/<slug:slug>/microsite/<slug:page>/",
        require_safe(microsites.microsite),
        name="microsite_page",
    ),
    path(
        "<language:language>/<slug:slug>/site/<rest:path>",
        old_sites.show_site,
        name="archived_site",
    ),
    path("<language:language>/press/", require_safe(press.press_room), name="press_room"),
    path("<language:language>/press/feed.xml", require_safe(press_feed.feed), name="press_feed"),
    path(
        "<language:language>/<slug:slug>/press/",
        require_safe(press.press_area),
        name="press_area",
    ),
    path(
        "<language:language>/<slug:slug>/press/data-sheet/",
        require_safe(data_sheet),
        name="data_sheet",
    ),
    path(
        "<language:language>/<slug:slug>/press/data-sheet.<slug:kind>",
        require_safe(data_sheet_file),
        name="data_sheet_file",
    ),
    path(
        "<language:language>/<slug:slug>/press/<str:name>",
        require_safe(press.press_kit_file),
        name="press_kit_file",
    ),
    path(
        "<language:language>/<slug:slug>/film.json", require_safe(films.film_data), name="film_json"
    ),
    path("<language:language>/<address:path>/", require_safe(desk.show_address), name="address"),
]
handler404 = "desk.errors.not_found"
handler500 = "desk.errors.server_error"
handler400 = "desk.errors.bad_request"
handler403 = "desk.errors.forbidden"
