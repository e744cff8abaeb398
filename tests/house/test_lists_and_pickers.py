"""What the pages of Django's admin offer beside their addresses: actions of lists, pickers."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.core.handlers.base import BaseHandler
from django.db import models
from django.test import RequestFactory
from django.urls import reverse

from tests.house.rights_table import EDITORS, INSIDERS, MEMBERS, ROLES, WRITERS
from tests.house.test_rights_matrix import answer, keys, make_world, state  # noqa: F401

pytestmark = pytest.mark.django_db
OURS = ("assets", "desk", "editorial", "festivals", "films", "microsites", "pages", "people",
        "press", "sources")  # fmt: skip
# Which roles are offered an action of a list. What deletes is Django's own.
DELETES = (
    "assets_image", "assets_mediafile", "festivals_edition", "festivals_festival",
    "festivals_venue", "films_film", "films_genre", "films_pressitem", "films_trailer",
    "pages_page", "pages_redirect", "people_company", "people_department", "people_person",
    "people_role",
)  # fmt: skip
ACTIONS = {(name, "delete_selected"): EDITORS for name in DELETES} | {
    ("films_film", "publish_selected"): WRITERS,
    ("films_film", "withdraw_selected"): EDITORS,
    ("films_film", "choose_films"): EDITORS,
    ("films_film", "choose_kits"): WRITERS,
    ("pages_page", "publish_selected"): WRITERS,
    ("pages_page", "withdraw_selected"): EDITORS,
    ("people_company", "merge_selected"): EDITORS,
    ("people_person", "merge_selected"): EDITORS,
}
# What a picker may look into: the rooms that every member sees.
SEARCHED = {
    "assets.image", "assets.mediafile", "editorial.publication", "editorial.revision",
    "festivals.edition", "festivals.festival", "festivals.venue", "films.film", "films.genre",
    "films.pressitem", "films.trailer", "pages.page", "pages.redirect", "people.company",
    "people.department", "people.person", "people.role",
}  # fmt: skip


@pytest.fixture
def world():
    return make_world()


@pytest.fixture
def ask(keys, settings):  # noqa: F811
    handler = BaseHandler()
    handler.load_middleware()

    def send(role, method, url, data=None):
        request = getattr(RequestFactory(), method)(url, data or {})
        if keys[role]:
            request.COOKIES[settings.SESSION_COOKIE_NAME] = keys[role]
        request._dont_enforce_csrf_checks = True
        return handler.get_response(request)

    return send


def name_of(model) -> str:
    return f"{model._meta.app_label}_{model._meta.model_name}"


@pytest.mark.parametrize("role", INSIDERS)
def test_role_is_offered_the_actions_of_the_table(keys, role):  # noqa: F811
    request = RequestFactory().get("/")
    request.user = get_user_model().objects.get(username=role)
    offered = {
        (name_of(model), action)
        for model, own in admin.site._registry.items()
        for action in own.get_actions(request)
    }
    assert offered == {key for key, roles in ACTIONS.items() if role in roles}


@pytest.mark.parametrize("role", ROLES)
def test_action_that_is_not_offered_does_nothing(world, ask, role):
    wrong, before = [], state()
    for (name, action), roles in ACTIONS.items():
        if role in roles:
            continue
        data = {"action": action, "_selected_action": [world[name]], "post": "yes"}
        got = answer(ask(role, "post", reverse(f"admin:{name}_changelist"), data))
        if got not in ("login", "refused") or state() != before:
            wrong.append(f"{name} {action}: {got}")
    assert wrong == []


def pickers():
    """Yield (model, field, searched model) of every reference that a picker could be asked for."""
    for model in apps.get_models():
        if model._meta.app_label in OURS:
            for field in model._meta.get_fields():
                if isinstance(field, models.ForeignKey | models.ManyToManyField):
                    yield model, field.name, field.related_model


@pytest.mark.parametrize("role", ROLES)
def test_picker_looks_into_rooms_that_the_role_sees(world, ask, role):
    wrong = []
    for model, field, searched in pickers():
        query = {"app_label": model._meta.app_label, "model_name": model._meta.model_name,
                 "field_name": field, "term": "a"}  # fmt: skip
        response = ask(role, "get", reverse("admin:autocomplete"), query)
        may = role in MEMBERS and searched._meta.label_lower in SEARCHED
        if (answer(response) == "in") != may or response.status_code >= 500:
            wrong.append(f"{model.__name__}.{field}: {response.status_code}")
    assert wrong == []
