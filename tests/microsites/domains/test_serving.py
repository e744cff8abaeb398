"""What a film's own host answers, and what it does not."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from editorial.changes import change
from editorial.publishing import publish
from microsites.models import Domain, MicrositePage
from pages.models import Profile
from tests.factories import FilmFactory
from tests.microsites.domains.conftest import HOST

OWN = f"https://{HOST}"


def links(page, rel):
    found = re.findall(rf'<link rel="{rel}"([^>]*)>', page.content.decode())
    return [
        (re.search(r'hreflang="([^"]+)"', tag), re.search(r'href="([^"]+)"', tag)) for tag in found
    ]


def hrefs(page):
    return re.findall(r'<a\b[^>]*\shref="([^"]+)"', page.content.decode())


@pytest.mark.parametrize(
    ("wanted", "path"), [("de-AT, en;q=0.5", "/de/"), ("en", "/en/"), ("fr", "/en/"), ("", "/en/")]
)
def test_entrance_speaks_the_visitors_language(visit, wanted, path):
    answer = visit("/", **{"Accept-Language": wanted})
    assert (answer.status_code, answer["Location"]) == (302, path)
    assert answer["Vary"] == "Accept-Language"


def test_entrance_knows_only_languages_in_which_the_film_is_live(client, company):
    film = FilmFactory(slug_en="ferry")
    with change(None, "test"):
        Domain.objects.create(film=film, host=HOST)
    publish(film.record, "en")
    headers = {"host": HOST, "Accept-Language": "de"}
    assert client.get("/", headers=headers)["Location"] == "/en/"
    missing = client.get("/de/", headers=headers)
    assert (missing.status_code, missing["Content-Language"]) == (404, "en")


@pytest.mark.parametrize(
    ("path", "paths"),
    [
        ("/en/", {"en": "/en/", "de": "/de/", "x-default": "/"}),
        ("/de/", {"en": "/en/", "de": "/de/", "x-default": "/"}),
        (
            "/de/tagebuch/",
            {"en": "/en/diary/", "de": "/de/tagebuch/", "x-default": "/en/diary/"},
        ),
    ],
)
def test_page_says_that_it_lives_here(visit, path, paths):
    page = visit(path)
    assert page.status_code == 200
    [(_none, canonical)] = links(page, "canonical")
    assert canonical[1] == OWN + path
    alternates = [(a[1], b[1]) for a, b in links(page, "alternate") if a]
    assert dict(alternates) == {code: OWN + path for code, path in paths.items()}
    assert f'property="og:url" content="{OWN}{path}"' in page.content.decode()


def test_links_lead_to_own_pages_by_path_and_to_the_company_whole(visit, film):
    found = hrefs(visit("/de/"))
    assert "/de/tagebuch/" in found
    assert "/en/" in found
    assert "https://films.example/de/faehre/" in found
    assert "https://films.example/de/impressum/" in found
    assert [url for url in found if not url.startswith(("/de/", "/en/", "#", "https://"))] == []
    own = [url for url in found if url.startswith("/")]
    assert [url for url in own if visit(url).status_code != 200] == []


def test_page_called_like_a_legal_page_hides_none(visit, film):
    with change(None, "test"):
        page = MicrositePage.objects.get(slug_de="tagebuch")
        page.slug_de = "impressum"
        page.save()
    publish(film.record, "de")
    found = hrefs(visit("/de/"))
    assert "/de/impressum/" in found
    assert "https://films.example/de/impressum/" in found


@pytest.mark.parametrize(
    "path",
    ["/admin/", "/admin/login/", "/search/", "/en/search/", "/en/films.json", "/en/ferry/film.json",
     "/en/ferry/", "/en/ferry/microsite/", "/en/people/ana/", "/preview/abc/", "/sitemap-films.xml",
     "/en/feed.xml", "/nothing", "/en/nothing/", "/favicon.ico", "/hosts/known", "/fr/",
     "/en/a/b/"],
)  # fmt: skip
def test_everything_else_is_not_found_in_the_dress_of_the_microsite(visit, path):
    page = visit(path, **{"Accept-Language": "de"})
    assert page.status_code == 404
    text = page.content.decode()
    language = "en" if path.startswith("/en/") else "de"
    assert f'<html lang="{language}">' in text
    assert {"en": "Page not found", "de": "Seite nicht gefunden"}[language] in text
    assert '<body class="microsite ' in text
    assert 'aria-current="page"' not in text
    assert '<meta name="robots" content="noindex">' in text
    assert "canonical" not in text
    assert page["Content-Language"] == language


@pytest.mark.parametrize("path", ["/", "/en/", "/en/nothing/", "/robots.txt", "/admin/login/"])
def test_host_sets_no_cookie_and_reads_no_login(client, film, editor, path):
    client.force_login(editor)
    page = client.get(path, headers={"host": HOST}, secure=True)
    assert not page.cookies
    assert "Cookie" not in page.get("Vary", "")
    assert page["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/", "/en/", "/robots.txt", "/sitemap.xml"])
def test_host_answers_only_questions(client, film, path):
    for ask in (client.post, client.put, client.delete):
        assert ask(path, headers={"host": HOST}, secure=True).status_code == 405
    assert client.head(path, headers={"host": HOST}, secure=True).status_code in (200, 302)


def test_slash_is_added_without_leaving_the_host(visit):
    assert visit("/de?a=1")["Location"] == "/de/?a=1"
    assert visit("/de/tagebuch")["Location"] == "/de/tagebuch/"


def test_robots_leads_to_the_sitemap_of_the_host(visit):
    text = visit("/robots.txt").content.decode()
    assert text == f"User-agent: *\nDisallow:\n\nSitemap: {OWN}/sitemap.xml\n"


def test_sitemap_has_the_pages_of_the_host_alone(visit):
    text = visit("/sitemap.xml").content.decode()
    assert sorted(re.findall("<loc>(.*?)</loc>", text)) == [
        f"{OWN}/de/", f"{OWN}/de/tagebuch/", f"{OWN}/en/", f"{OWN}/en/diary/",
    ]  # fmt: skip
    first = text.split("</url>")[0]
    assert dict(re.findall('hreflang="(.*?)" href="(.*?)"', first)) == {
        "en": f"{OWN}/en/", "de": f"{OWN}/de/", "x-default": f"{OWN}/",
    }  # fmt: skip


def test_small_files_are_there(visit):
    with change(None, "test"):
        Profile.objects.create(name="Sund Film", email="post@films.example")
    assert visit("/healthz").content == b"ok\n"
    assert "mailto:post@films.example" in visit("/.well-known/security.txt").content.decode()


def test_strict_transport_is_promised_for_the_host_alone(visit, settings):
    settings.SECURE_HSTS_SECONDS = 1000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_HSTS_PRELOAD = True
    assert visit("/en/")["Strict-Transport-Security"] == "max-age=1000"


@pytest.mark.parametrize("path", ["/en/", "/en/diary/"])
def test_company_leads_to_the_host_but_not_for_good(client, film, path):
    old = "/en/ferry/microsite/" + path.removeprefix("/en/")
    answer = client.get(f"{old}?entries=2", headers={"host": "films.example"}, secure=True)
    assert (answer.status_code, answer["Location"]) == (302, f"{OWN}{path}?entries=2")
    assert answer["Cache-Control"] == "no-cache"


def test_company_says_itself_what_is_not_there(client, film):
    answer = client.get("/en/ferry/microsite/none/", headers={"host": "films.example"})
    assert answer.status_code == 404


def test_local_site_goes_on_showing_the_microsite(client, film, settings):
    settings.SITE_HOST, settings.SITE_URL = "localhost", "http://localhost:8000"
    settings.ALLOWED_HOSTS = ["localhost"]
    page = client.get("/en/ferry/microsite/", headers={"host": "localhost:8000"})
    assert page.status_code == 200
    [(_none, canonical)] = links(page, "canonical")
    assert canonical[1] == f"http://{HOST}:8000/en/"


def test_films_without_a_host_stay_where_they_are(client, film):
    other = FilmFactory(slug_en="other")
    publish(other.record, "en")
    page = client.get("/en/other/microsite/", headers={"host": "films.example"})
    assert page.status_code == 200
    [(_none, canonical)] = links(page, "canonical")
    assert canonical[1] == "https://films.example/en/other/microsite/"


def test_sitemap_of_the_company_leaves_out_what_lives_elsewhere(client, film):
    def listed():
        text = client.get("/sitemap.xml", headers={"host": "films.example"}).content.decode()
        return [url for url in re.findall("<loc>(.*?)</loc>", text) if "/microsite/" in url]

    assert listed() == []
    with change(None, "test"):
        Domain.objects.get().delete()
    site = "https://films.example"
    assert sorted(listed()) == [
        f"{site}/de/faehre/microsite/", f"{site}/de/faehre/microsite/tagebuch/",
        f"{site}/en/ferry/microsite/", f"{site}/en/ferry/microsite/diary/",
    ]  # fmt: skip


def test_film_that_goes_live_later_brings_its_host(client, company):
    film = FilmFactory(slug_en="ferry")
    with change(None, "test"):
        Domain.objects.create(film=film, host=HOST)
    publish(film.record, "en", at=timezone.now() + timedelta(days=1))
    assert client.get("/en/", headers={"host": HOST}).status_code == 400


def test_page_of_a_host_asks_for_version_and_publications(client, film, django_assert_num_queries):
    visit = {"headers": {"host": HOST}, "secure": True}
    client.get("/en/", **visit)
    with django_assert_num_queries(2):
        client.get("/en/", **visit)


@pytest.mark.parametrize(
    ("name", "status"),
    [(HOST, 200), (HOST.upper(), 200), ("films.example", 200), ("www.films.example", 404),
     ("evil.example", 404), ("", 404), ("127.0.0.1", 404), (f"{HOST}, evil.example", 404),
     ("x" * 5000, 404), ("n%00", 404)],
)  # fmt: skip
def test_web_server_learns_for_which_hosts_it_may_have_certificates(
    client, film, settings, name, status
):
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_REDIRECT_EXEMPT = [r"^hosts/known$"]
    answer = client.get("/hosts/known", {"domain": name}, headers={"host": "films.example"})
    assert (answer.status_code, answer["Cache-Control"]) == (status, "no-store")
