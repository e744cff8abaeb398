"""Fields of days and times whose mistakes repeat what was typed and show how it is written."""

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import localize_input
from django.utils.translation import gettext as _

from editorial.moments import check_moment, is_on_the_clock

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
    """A day and a time, in a field each; of an hour that the clocks show twice, the first."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        parts = (DayField(required=False), TimeOfDayField(required=False))
        for part, old in zip(parts, self.fields, strict=True):
            part.error_messages |= {"incomplete": old.error_messages["incomplete"]}
            part.disabled = old.disabled
        self.fields = parts

    def compress(self, data_list: Any) -> Any:
        if not data_list or data_list[0] in self.empty_values or data_list[1] in self.empty_values:
            return super().compress(data_list)
        moment = datetime.combine(*data_list, tzinfo=timezone.get_current_timezone())
        check_moment(moment)
        if not is_on_the_clock(moment):
            raise ValidationError(_("The clocks skip this time on that night. Choose another."))
        return moment
