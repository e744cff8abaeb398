"""What the form of a published kind shows anew after a save that loads no page."""

from typing import Any

from django.template.loader import render_to_string

from editorial.publishing.overview import desk_documents, shorten


class SaysStates:
    """For an admin with a panel of languages; stands before the edit guard's class."""

    def say_state(self, request: Any, object_id: str | None) -> dict[str, Any]:
        obj = self.get_object(request, object_id)  # type: ignore[attr-defined]
        if obj is None:
            return {}
        obj.record.desk = desk_documents([obj.pk]).get(obj.pk)
        panel = self.make_panel(request, obj)  # type: ignore[attr-defined]
        form = self.get_form(request, obj)  # type: ignore[attr-defined]
        context = {"panel": panel, "fields": form.base_fields}
        chips = {"states": [shorten(row.state) for row in panel]}
        return {
            "is_waiting": any(row.state.has_changes for row in panel),
            "panel": render_to_string("admin/editorial/_publishing_states.html", context, request),
            "chips": render_to_string("admin/components/chips.html", chips, request),
        }
