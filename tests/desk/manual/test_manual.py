"""The manual in the admin: both languages alike, every link alive, names as in the forms."""

import re
from urllib.parse import unquote, urljoin

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils.translation.trans_real import DjangoTranslation

from desk.accounts.language import COOKIE
from desk.manual.chapters import FOLDER, Picture, language_of, read_chapters
from tests.factories import make_member

LANGUAGES = ("en", "de")
NAME = re.compile(r"(?<![*`])\*([^*\n]+)\*(?![*`])")
PLACE = re.compile(r"%\\\(\w+\\\)d|%\\\(\w+\\\)s|\\\{\w*\\\}")


def files_of(language):
    return sorted((FOLDER / language).glob("*.md"))


def page_of(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html5lib").find(id="content-main")


def pages_of(client, language):
    """Return the list of chapters and every chapter in one language, by their addresses."""
    client.cookies[COOKIE] = language
    chapters = [reverse("manual_chapter", args=[one.slug]) for one in read_chapters(language)]
    return {address: page_of(client, address) for address in (reverse("manual"), *chapters)}


def words_of_the_desk(language):
    """Return a pattern for each message of the desk in one language, Django's own among them."""
    catalogue = DjangoTranslation("de")._catalog
    keys = [key for key, _words in catalogue.items()]
    plain = [key[0] if isinstance(key, tuple) else key for key in keys]
    english = [key.rpartition("\x04")[2] for key in plain]
    words = [catalogue[key] for key in keys] if language == "de" else english
    return {PLACE.sub(".+", re.escape(word)).casefold() for word in words if word.strip()}


def shape_of(chapter):
    """What both languages must have alike: sections, and the pictures in each."""
    return [
        [part.name for part in section.parts if isinstance(part, Picture)]
        for section in chapter.sections
    ]


def test_both_languages_have_the_same_chapters():
    assert [path.name for path in files_of("de")] == [path.name for path in files_of("en")]


@pytest.mark.parametrize("place", range(len(files_of("en"))))
def test_both_languages_have_the_same_sections_and_pictures(place):
    english, german = (read_chapters(language)[place] for language in LANGUAGES)
    assert shape_of(german) == shape_of(english)
    assert [one.title for one in german.sections] != [one.title for one in english.sections]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_shown_and_is_small(language):
    shown = {name for one in read_chapters(language) for names in shape_of(one) for name in names}
    files = {path.stem: path.stat().st_size for path in (FOLDER / language / "pictures").iterdir()}
    assert set(files) == shown
    assert [name for name, size in files.items() if size > 120_000] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_stand_in_the_admin_as_the_manual_says_them(language):
    words = words_of_the_desk(language)
    plain = {word for word in words if ".+" not in word}
    open_ended = re.compile("|".join(word for word in words if ".+" in word and len(word) > 6))
    named = {
        (path.name, name)
        for path in files_of(language)
        for name in NAME.findall(re.sub(r"`[^`]*`", "", path.read_text(encoding="utf-8")))
    }
    assert sorted(
        (file, name)
        for file, name in named
        if re.escape(name).casefold() not in plain and not open_ended.fullmatch(name.casefold())
    ) == []  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_and_picture_leads_somewhere(client, language):
    client.force_login(make_member("viewer"))
    pages = pages_of(client, language)
    pictures = {tag["src"] for page in pages.values() for tag in page.find_all("img")}
    places = {
        f"{address}#{tag['id']}"
        for address, page in pages.items()
        for tag in page.find_all(id=True)
    }
    links = {
        unquote(urljoin(address, tag["href"]))
        for address, page in pages.items()
        for tag in page.find_all("a")
    }
    assert sorted(links - places - pictures - set(pages)) == []
    assert {client.get(address).status_code for address in pictures} == {200}


@pytest.mark.django_db
def test_manual_speaks_the_readers_language(client):
    client.force_login(make_member("viewer"))
    titles = {language: page_of_chapter(client, language) for language in LANGUAGES}
    assert titles == {"en": "Publish now", "de": "Jetzt veröffentlichen"}


def page_of_chapter(client, language):
    client.cookies[COOKIE] = language
    page = page_of(client, reverse("manual_chapter", args=["publishing"]))
    return page.find("h2").get_text().replace("#", "").strip()


@pytest.mark.django_db
def test_what_is_not_there_is_not_found(client):
    client.force_login(make_member("viewer"))
    absent = ["nothing/", "pictures/en/nothing.webp", "pictures/en/..%2f..%2f..%2fREADME.webp"]
    addresses = [reverse("manual") + name for name in absent]
    assert [client.get(address).status_code for address in addresses] == [404, 404, 404]


def test_another_language_reads_the_english_manual():
    assert [language_of(code) for code in ("de", "en", "fr", "..")] == ["de", "en", "en", "en"]
