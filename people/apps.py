from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "people"
    verbose_name = _("People and companies")

    def ready(self):
        from assets.gate import register_use
        from editorial.changes import on_finish
        from editorial.kinds import Kind, Part, extend, register
        from people.models import Company, Depiction, Person, PersonName
        from people.name_keys import index_touched
        from people.pictures import is_depicted, is_portrait_or_logo

        names = Part("names", PersonName, "person", named_by=("name",), one_by=(("name",),))
        parts = (Part("facts", Person), names)
        register(Kind("person", Person, parts, shown_elsewhere=is_depicted))
        register_use(is_portrait_or_logo)
        register(Kind("company", Company, (Part("facts", Company),)))
        extend(
            "image", Part("people", Depiction, "image", named_by=("person",), one_by=(("person",),))
        )
        on_finish(index_touched)
