"""Rows that stand in an order: a new one stands last unless somebody says where."""

# What a PositiveSmallIntegerField holds; a row behind it would end in an error of the database.
HIGHEST = 32_767


class OrderedRows:
    """A formset whose new rows follow those that are there, in the order of their entry."""

    def save_new_objects(self, commit=True):
        kept = [form for form in self.forms if not self._is_deleted(form)]
        waiting = [form for form in kept if _waits_for_place(form)]
        placed = [form for form in kept if form.instance.pk or "position" in form.changed_data]
        last = max((form.instance.position for form in placed), default=-1)
        for position, form in enumerate(waiting, last + 1):
            form.instance.position = min(position, HIGHEST)
        return super().save_new_objects(commit)

    def _is_deleted(self, form) -> bool:
        return self.can_delete and self._should_delete_form(form)


def _waits_for_place(form) -> bool:
    return not form.instance.pk and form.has_changed() and "position" not in form.changed_data
