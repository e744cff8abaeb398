"""What the press room adds to the form of a press release."""

from django.core.exceptions import ValidationError
from django.forms import BaseInlineFormSet
from django.utils.translation import gettext as _

from editorial.admin.base import RowTable
from pages.admin import register_release_rows
from press.models import Mention


class MentionRows(BaseInlineFormSet):
    """Films mean something only to a press release."""

    def clean(self):
        super().clean()
        if not self.instance.is_press_release and any(form.has_changed() for form in self.forms):
            raise ValidationError(
                _("Films are chosen for press releases: tick “press release” or empty these rows.")
            )


class MentionTable(RowTable):
    model = Mention
    formset = MentionRows
    row_fields = ("film", "position")
    autocomplete_fields = ("film",)


register_release_rows(MentionTable)
