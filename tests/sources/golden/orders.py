"""Documents imported into an empty database in some order."""

import json
from itertools import permutations
from pathlib import Path
from random import Random

from desk.record_import.running import RecordOptions, import_record
from editorial.models import Record
from festivals.models import Festival
from people.models import Company, Person
from tests.sources.golden.telling import tell_facts

HERE = Path(__file__).parent


def some_orders(names, count):
    """Return orders of the documents, the same ones each time; each document comes first once."""
    every = list(permutations(names))
    first = [next(order for order in every if order[0] == name) for name in names]
    return [*first, *Random(2011).sample(every, count - len(first))]


def import_all(key, texts, order):
    """Import documents one after the other and return what is known of the film then."""
    for name in order:
        import_record(texts[name], RecordOptions(film=key, name=name, title=name))
    (record,) = Record.objects.filter(kind=Record.Kind.FILM)
    return tell_facts(record) | {
        "persons": Person.objects.count(),
        "companies": Company.objects.count(),
        "festivals": Festival.objects.count(),
    }


def read_golden(name):
    return json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
