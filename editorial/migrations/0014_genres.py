from django.db import migrations, models

CHUNK = 500


def fill(apps, schema_editor):
    """Copy the genres of films out of their documents."""
    Publication = apps.get_model("editorial", "Publication")
    facts = Publication.objects.filter(kind="film", language="").order_by()
    listed = facts.values_list("pk", "parts__facts__genres").iterator(chunk_size=CHUNK)
    found = [
        Publication(pk=pk, genres=f",{','.join(genres or [])},"[:250]) for pk, genres in listed
    ]
    Publication.objects.bulk_update(found, ["genres"], batch_size=CHUNK)


class Migration(migrations.Migration):
    dependencies = [("editorial", "0013_lists_of_any_size")]

    operations = [
        migrations.AddField(
            "publication",
            "genres",
            models.CharField(blank=True, editable=False, max_length=250),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
