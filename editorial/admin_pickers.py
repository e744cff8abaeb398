"""Pickers: what a field that completes a name offers, in words that tell namesakes apart."""

from django.contrib.admin.views.autocomplete import AutocompleteJsonView


class PickerView(AutocompleteJsonView):
    """The admin's own, but an admin class may say more about a row: `picker_text(row)`."""

    def serialize_result(self, obj, to_field_name):
        result = super().serialize_result(obj, to_field_name)
        describe = getattr(self.model_admin, "picker_text", None)
        return {**result, "text": describe(obj)} if describe else result
