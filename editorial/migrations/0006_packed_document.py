"""The packed column takes the place of the document.

A migration of its own: PostgreSQL alters no table in the transaction that has rewritten its rows.
"""

from django.db import migrations

from editorial.packing import PackedJSONField


class Migration(migrations.Migration):
    dependencies = [("editorial", "0005_pack_revisions")]
    operations = [
        migrations.RemoveField("revision", "document"),
        migrations.RenameField("revision", "packed", "document"),
        migrations.AlterField("revision", "document", PackedJSONField("document")),
    ]
