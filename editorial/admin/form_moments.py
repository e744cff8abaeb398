"""Fields of days and times whose mistakes repeat what was typed and show how it is written."""

from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import localize_input
from django.utils.translation import gettext as _

from editorial.moments import check_moment

DAY = date(2026, 12, 5)
TIME = time(20, 0)


class DayField(forms.DateField):
    """A day in the spelling of the desk's language, or as 2026-12-05."""

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except ValidationError:
            text = _("“%(typed)s” is no date. Write it like this: %(example)s.")
            facts = {"typed": value, "example": localize_input(DAY)}
            raise ValidationError(text % facts, code="invalid") from None


class TimeOfDayField(forms.TimeField):
    """A time of day; seconds may be left out."""

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except ValidationError:
            text = _("“%(typed)s” is no time. Write it like this: %(example)s.")
            facts = {"typed": value, "example": f"{TIME:%H:%M}"}
            raise ValidationError(text % facts, code="invalid") from None


class MomentField(forms.SplitDateTimeField):
    """A day and a time, in a field each."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        parts = (DayField(required=False), TimeOfDayField(required=False))
        for part, old in zip(parts, self.fields, strict=True):
            part.error_messages |= {"incomplete": old.error_messages["incomplete"]}
            part.disabled = old.disabled
        self.fields = parts

    def compress(self, data_list: Any) -> Any:
        moment = super().compress(data_list)
        if moment is not None:
            check_moment(moment)
        return moment
