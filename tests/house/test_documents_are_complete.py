"""Whatever an editor enters for a record stands in its document, or is excluded with a reason."""

import pytest
from django.apps import apps

from editorial.fields import column, languages, neutral_fields, translated_fields
from editorial.kinds import all_kinds
from editorial.models import OwnRow, RecordModel

ROWS = [m for m in apps.get_models() if issubclass(m, OwnRow | RecordModel)]
PARTS = {part.model: part for kind in all_kinds() for part in kind.parts}
# What the document says in another way.
IMPLIED = {"id", "record", "uuid"}


@pytest.mark.parametrize("model", ROWS, ids=lambda model: model._meta.label)
def test_model_is_a_part_of_a_document(model):
    assert model in PARTS


@pytest.mark.parametrize("model", ROWS, ids=lambda model: model._meta.label)
def test_every_field_is_in_the_document_or_excluded_with_a_reason(model):
    part = PARTS[model]
    owner = part.owner if "__" not in part.owner else ""
    kept = {field.name for field in neutral_fields(model, part.owner, part.excluded)}
    texts = set(translated_fields(model))
    columns = {column(name, language) for name in texts for language in languages()}
    fields = {f.name for f in (*model._meta.concrete_fields, *model._meta.many_to_many)}
    assert fields - kept - texts - columns - IMPLIED - {owner} == set(part.excluded)
    assert all(part.excluded.values())


@pytest.mark.parametrize("model", ROWS, ids=lambda model: model._meta.label)
def test_row_names_the_look_up_of_its_part(model):
    if issubclass(model, OwnRow):
        assert model.owner_path == PARTS[model].owner


def test_own_rows_stand_before_what_points_to_them():
    for kind in all_kinds():
        order = [part.model for part in kind.parts]
        for part in kind.parts:
            for field in part.model._meta.concrete_fields:
                if field.is_relation and field.related_model in order:
                    assert order.index(field.related_model) <= order.index(part.model)
