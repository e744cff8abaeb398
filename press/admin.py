"""What the press room adds to the form of a press release."""

from editorial.admin.base import RowTable
from pages.admin import register_release_rows
from press.models import Mention


class MentionTable(RowTable):
    model = Mention
    row_fields = ("film", "position")
    autocomplete_fields = ("film",)


register_release_rows(MentionTable)
