"""Tell the keys that only a legal name has from those that visitors find."""

from django.db import migrations, models

from people.name_keys import keys_of


def mark_public(apps, schema_editor):
    """All keys are public but those of people's legal names that no other name of theirs has."""
    key_model = apps.get_model("people", "NameKey")
    key_model.objects.update(is_public=True)
    others = apps.get_model("people", "PersonName")._base_manager
    legal = set(others.filter(kind="legal").values_list("person_id", flat=True))
    people = apps.get_model("people", "Person")._base_manager
    for pk in sorted(legal):
        names = list(people.filter(pk=pk).values_list("name", flat=True))
        names += others.filter(person=pk).exclude(kind="legal").values_list("name", flat=True)
        public = {pair for name in names for pair in keys_of(name)}
        hidden = [
            row
            for row, form, key in key_model.objects.filter(record=pk).values_list(
                "pk", "form", "key"
            )
            if (form, key) not in public
        ]
        key_model.objects.filter(pk__in=hidden).update(is_public=False)


class Migration(migrations.Migration):

    dependencies = [
        ("people", "0005_hidden_name_keys"),
    ]

    operations = [
        migrations.AddField(
            model_name="namekey",
            name="is_public",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.RemoveIndex(model_name="namekey", name="name_key_forwards"),
        migrations.RemoveIndex(model_name="namekey", name="name_key_backwards"),
        migrations.AddIndex(
            model_name="namekey",
            index=models.Index(
                fields=["form", "key", "record", "is_public"],
                name="name_key_forwards",
                opclasses=["varchar_pattern_ops", "varchar_pattern_ops", "int8_ops", "bool_ops"],
            ),
        ),
        migrations.AddIndex(
            model_name="namekey",
            index=models.Index(
                fields=["backwards", "is_public"],
                name="name_key_backwards",
                opclasses=["varchar_pattern_ops", "bool_ops"],
            ),
        ),
        migrations.RunPython(mark_public, migrations.RunPython.noop, elidable=True),
    ]
