"""Make the sounds of names anew: they fold ISO 9, soft signs and ё as they did not before."""

from django.db import migrations

from people.spelling import spoken_words

BATCH = 2_000


def make_sounds(apps, schema_editor):
    """Sounds that only a legal name has are not public, as before."""
    key_model = apps.get_model("people", "NameKey")
    key_model.objects.filter(form="sound").delete()
    public: dict[tuple[int, str], bool] = {}
    for pk, name, is_public in _names(apps):
        for sounds in spoken_words(name).values():
            for sound in sounds:
                pair = (pk, sound[:200])
                public[pair] = public.get(pair, False) or is_public
    key_model.objects.bulk_create(
        (
            key_model(record_id=pk, form="sound", key=sound, is_public=is_public)
            for (pk, sound), is_public in sorted(public.items())
        ),
        batch_size=BATCH,
    )


def _names(apps):
    """Yield (record, name, whether visitors find it)."""
    for pk, name in apps.get_model("people", "Person")._base_manager.values_list("pk", "name"):
        yield pk, name, True
    others = apps.get_model("people", "PersonName")._base_manager
    for pk, name, kind in others.values_list("person_id", "name", "kind"):
        yield pk, name, kind != "legal"
    companies = apps.get_model("people", "Company")._base_manager
    for pk, name, spellings in companies.values_list("pk", "name", "other_names"):
        for text in (name, *(text for text in spellings or () if isinstance(text, str))):
            yield pk, text, True


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0007_alike_and_merged"),
    ]

    operations = [
        migrations.RunPython(make_sounds, migrations.RunPython.noop, elidable=True),
    ]
