"""Addresses of the web: which are taken, and that every column for one has the rule."""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models

from editorial.addresses import AddressField
from people.models import Person

REFUSED = [
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://kino.example/",
    "https://user:secret@kino.example/",
    "https://kino.example@evil.example/",
    "https://kino\u202e.example/",
    "https://kino.example/\u200bfilm",
    "https://kino.example/\r\nSet-Cookie: x=1",
    "https://kino.example\\.evil",
    "https://[::1",
]


@pytest.mark.parametrize("address", REFUSED)
def test_address_is_refused_by_the_column(address):
    with pytest.raises(ValidationError) as refused:
        Person(name="Ada", website=address).clean_fields(exclude=["record"])
    assert set(refused.value.error_dict) == {"website"}


@pytest.mark.parametrize("address", ["https://kino.example/film?a=1#b", "http://müller.example"])
def test_address_is_taken_by_the_column(address):
    assert AddressField(max_length=200).clean(address, None) == address


def test_every_column_for_addresses_has_the_rule():
    found = [field for model in apps.get_models() for field in model._meta.fields]
    plain = [
        str(field)
        for field in found
        if isinstance(field, models.URLField) and not isinstance(field, AddressField)
    ]
    assert plain == []


def test_migrations_know_the_column_as_djangos():
    assert AddressField().deconstruct()[1] == "django.db.models.URLField"
