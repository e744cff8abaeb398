"""Pictures of the kit: which, how large, under which names, with which words."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image as Pillow

from assets.describing import describe_jpeg
from assets.xmp import read_xmp
from editorial.changes import change
from pages.models import Profile
from people.models import Company, Person
from press.kit.zip.drawing import write_picture
from press.kit.zip.pictures import list_pictures
from tests.factories import make_image, place
from tests.press.kit.zip.making import (
    STILL,
    contents_of,
    make_film,
    make_press_image,
    names_of,
    read,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    return make_film()


def credit_company(film, name, position, colour=None, function="production_company"):
    with change(None, "test"):
        logo = make_press_image(colour=colour, photographer="", copyright=name) if colour else None
        company = Company.objects.create(name=name, logo=logo)
        film.company_credits.create(company=company, function=function, position=position)
    return company


def test_captions_stand_in_the_picture_in_both_languages(film):
    opened = Pillow.open(BytesIO(read(film).read(STILL)))
    said = read_xmp(opened.info["xmp"])
    assert said.description == {"de": "=Morgen()", "en": "Dawn"}
    assert said.credit == "Nora Brandt"
    assert opened.size == (900, 600)


def test_kit_of_one_language_has_the_captions_of_all_in_its_pictures(film):
    words = list_pictures(contents_of(film, "en"))[0].words
    assert list(words.captions.items()) == [("en", "Dawn"), ("de", "=Morgen()")]
    assert list(words.usage_terms) == ["en"]


def test_terms_stand_under_the_language_that_they_are_in(film):
    with change(None, "test"):
        Profile.objects.create(name="Nord", press_terms_en="Free **with credit**.")
    words = list_pictures(contents_of(film, "de", "en"))[0].words
    assert words.usage_terms == {"en": "Free with credit."}


def test_picture_has_no_position_and_nothing_else_of_the_upload(film):
    picture = list_pictures(contents_of(film))[0]
    with default_storage.open(picture.original) as file:
        original = file.read()
    written = read(film).read(STILL)
    assert written == describe_jpeg(original, picture.words)
    assert dict(Pillow.open(BytesIO(written)).getexif()) == {}
    assert b"GPS" not in written


@pytest.mark.parametrize("access", ["internal", "link"])
def test_pictures_that_the_press_may_not_have_stay_out(film, access):
    place(film, make_press_image(colour=(9, 9, 9), access=access))
    assert names_of(film) == [STILL]


def test_hidden_picture_keeps_its_number(film):
    place(film, make_press_image(colour=(9, 9, 9), access="internal"))
    place(film, make_press_image(colour=(1, 9, 9)))
    assert names_of(film) == [STILL, "stills/ferry_still_03_nora-brandt.jpg"]


def test_two_stills_of_one_name_have_names_of_their_own(film):
    hostile = make_press_image(colour=(9, 9, 9), photographer="../../etc/Nora Brandt")
    for image in (hostile, make_press_image(colour=(1, 9, 9))):
        with change(None, "test"):
            type(image).objects.filter(pk=image.pk).update(original_name="../../still.jpg")
        place(film, image)
    assert names_of(film) == [
        STILL, "stills/ferry_still_02_etcnora-brandt.jpg", "stills/ferry_still_03_nora-brandt.jpg",
    ]  # fmt: skip


def test_pictures_whose_rights_end_meanwhile_stay_out(film):
    image = make_press_image(colour=(9, 9, 9), rights_until=timezone.now() + timedelta(hours=1))
    place(film, image)
    contents = contents_of(film)
    assert len(list_pictures(contents)) == 2
    with change(None, "test"):
        type(image).objects.filter(pk=image.pk).update(rights_until=timezone.now())
    assert [one.name for one in list_pictures(contents)] == [STILL]


def test_public_pictures_come_no_larger_than_everybody_sees_them(film):
    place(film, make_image(access="public", width=2000, height=1000, colour=(9, 9, 9)))
    picture = list_pictures(contents_of(film))[1]
    write_picture(picture, out := BytesIO())
    assert (picture.name, picture.size) == ("stills/ferry_still_02.jpg", (1600, 800))
    assert Pillow.open(out).size == (1600, 800)


def test_transparent_upload_becomes_a_jpeg(film):
    place(film, make_press_image(kind="PNG", colour=(9, 9, 9)))
    write_picture(list_pictures(contents_of(film))[1], out := BytesIO())
    assert Pillow.open(out).format == "JPEG"


def test_title_art_carries_its_words(film):
    place(film, make_press_image(colour=(9, 9, 9), caption_de="Schriftzug"), "title_art")
    opened = Pillow.open(BytesIO(read(film).read("title-art/ferry_title-art_01_nora-brandt.png")))
    assert opened.format == "PNG"
    assert read_xmp(opened.info["xmp"]).description == {"de": "Schriftzug"}


def test_director_is_called_by_name_where_the_picture_says_nothing(film):
    portrait = make_press_image(colour=(9, 9, 9))
    with change(None, "test"):
        person = Person.objects.get()
        person.portrait = portrait
        person.save()
    picture = list_pictures(contents_of(film))[1]
    assert picture.name == "director/ferry_director_01_nora-brandt.jpg"
    assert picture.words.captions == {"de": person.name, "en": person.name}


def test_logos_stand_in_the_order_of_the_credits(film):
    credit_company(film, "Zeta Film", 0, (9, 9, 9))
    credit_company(film, "No Logo", 1)
    credit_company(film, "Fonds für Ämter & Söhne", 2, (1, 9, 9), "funder")
    credit_company(film, "雪", 3, (2, 9, 9), "broadcaster")
    assert names_of(film) == [
        STILL, "logos/01_zeta-film.png", "logos/02_fonds-fuer-aemter-soehne.png",
        "logos/03_company.png",
    ]  # fmt: skip
    words = list_pictures(contents_of(film))[1].words
    assert (words.title, words.rights) == ("Zeta Film", {"": "© Zeta Film"})


def test_own_logo_stands_once(film):
    company = credit_company(film, "Zeta Film", 0, (9, 9, 9))
    with change(None, "test"):
        profile = Profile.objects.create(name="Zeta Film GmbH", logo=company.logo)
    assert names_of(film) == [STILL, "logos/01_zeta-film.png"]
    with change(None, "test"):
        profile.logo = make_press_image(colour=(1, 9, 9))
        profile.save()
    assert names_of(film) == [STILL, "logos/01_zeta-film.png", "logos/zeta-film-gmbh.png"]
