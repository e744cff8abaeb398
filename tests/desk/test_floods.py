"""Forms with more in them than any of ours."""

import pytest

from editorial.models import Draft, Revision
from tests.factories import FilmFactory

pytestmark = pytest.mark.django_db
TYPED = "What somebody has typed"
ALONE = {f"field{number}": "x" for number in range(1001)}


@pytest.fixture
def form():
    return f"/admin/films/film/{FilmFactory().pk}/change/"


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "More fields were sent than a form may have."),
     ("de", "Es wurden mehr Felder geschickt, als ein Formular haben darf.")],
)  # fmt: skip
def test_many_fields_that_stand_alone_are_refused_and_given_back(desk, form, language, said):
    answer = desk.post(form, ALONE | {"title_en": TYPED}, headers={"Accept-Language": language})
    page = answer.content.decode()
    assert (answer.status_code, said in page, TYPED in page) == (400, True, True)
    assert (Revision.objects.count(), Draft.objects.count()) == (1, 0)


def test_many_fields_of_rows_are_taken(desk, form):
    rows = {f"credits-{number}-role": "1" for number in range(2000)}
    assert desk.post(form, rows).status_code == 200


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [("DATA_UPLOAD_MAX_NUMBER_FIELDS", 3, "More fields were sent"),
     ("DATA_UPLOAD_MAX_MEMORY_SIZE", 10, "More text was sent")],
)  # fmt: skip
def test_limits_of_django_are_named(desk, form, settings, setting, value, said):
    setattr(settings, setting, value)
    body = f"a=1&title_en={TYPED.replace(' ', '+')}&b=2&c=3&d=4"
    answer = desk.post(form, body, content_type="application/x-www-form-urlencoded")
    assert (answer.status_code, said in answer.content.decode()) == (400, True)


def test_too_many_files_are_named(desk, form, settings):
    from tests.factories import upload

    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 1
    answer = desk.post(form, {"files": [upload("a.jpg"), upload("b.jpg")]})
    assert (answer.status_code, "at most 1" in answer.content.decode()) == (400, True)
