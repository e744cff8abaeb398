"""Names of the tables between two models, which Django makes up in English: “Film-genre”."""

from collections import Counter
from collections.abc import Mapping

from django.apps import apps
from django.utils.text import capfirst


def name_relations(counts: Mapping[str, int]) -> dict[str, int]:
    """Return how many rows of each name, a table between two models called like its field."""
    names = {
        str(through._meta.verbose_name_plural): str(capfirst(field.verbose_name))
        for model in apps.get_models()
        for field in model._meta.local_many_to_many
        if (through := field.remote_field.through) and through._meta.auto_created
    }
    named: Counter[str] = Counter()
    for name, count in counts.items():
        named[names.get(str(name), str(name))] += count
    return dict(named)
