"""Whatever refers to a person or company is moved by a merge, or stays for a reason."""

import pytest

from editorial.models import OwnRow, Record, RecordModel
from people.merging.relations import FOLLOWS, STAYS, relations_to
from people.models import Company, Person, PersonName


def relations(model):
    return [
        relation
        for relation in model._meta.get_fields(include_hidden=True)
        if relation.auto_created and not relation.concrete
    ]


@pytest.mark.parametrize("model", [Person, Company], ids=lambda model: model.__name__)
def test_every_relation_is_moved_or_is_a_name(model):
    moved = {(r.related_model, r.field.name) for r in relations_to(model)}
    left = {
        r.related_model
        for r in relations(model)
        if (r.related_model, r.field.name) not in moved and not r.related_model._meta.auto_created
    }
    assert left == ({PersonName} if model is Person else set())
    assert all(issubclass(related, OwnRow) for related, _name in moved)


def test_every_relation_to_the_record_follows_or_stays_with_its_reason():
    others = {
        (r.related_model, r.field.name)
        for r in relations(Record)
        if not issubclass(r.related_model, RecordModel)
    }
    assert {model._meta.label for model, _name in others - set(FOLLOWS)} == set(STAYS)
    assert set(FOLLOWS) - others == set()
    assert all(STAYS.values())
