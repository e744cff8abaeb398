"""Revisions are stored compressed: the new column, filled in batches."""

from django.db import migrations, models

from editorial.packing import PackedJSONField

BATCH = 200


def pack_all(apps, schema_editor):
    move(apps.get_model("editorial", "Revision"), "document", "packed")


def unpack_all(apps, schema_editor):
    move(apps.get_model("editorial", "Revision"), "packed", "document")


def move(revision, source, target):
    """Copy one column to the other, never more than a batch in memory."""
    last = 0
    while True:
        rows = list(revision.objects.filter(pk__gt=last).order_by("pk")[:BATCH])
        if not rows:
            return
        for row in rows:
            setattr(row, target, getattr(row, source))
        revision.objects.bulk_update(rows, [target], batch_size=50)
        last = rows[-1].pk


class Migration(migrations.Migration):
    dependencies = [("editorial", "0004_open_forms")]
    operations = [
        migrations.AddField(
            "revision", "packed", PackedJSONField("document", null=True, editable=False)
        ),
        # On the way back the column is empty until the rows are unpacked.
        migrations.AlterField("revision", "document", models.JSONField("document", null=True)),
        migrations.RunPython(pack_all, unpack_all),
    ]
