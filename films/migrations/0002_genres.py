"""Genres with their words in English and German."""

from django.db import migrations


def fill(apps, schema_editor):
    from films.vocabulary import GENRES

    Genre = apps.get_model("films", "Genre")
    Genre.objects.bulk_create(
        Genre(key=key, name_en=english, name_de=german) for key, english, german in GENRES
    )


class Migration(migrations.Migration):
    dependencies = [("films", "0001_initial")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
