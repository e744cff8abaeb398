from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "people"
    verbose_name = _("People and companies")

    def ready(self):
        from editorial.kinds import Kind, Part, register
        from people.models import Company, Person, PersonName

        register(
            Kind("person", Person, (Part("facts", Person), Part("names", PersonName, "person")))
        )
        register(Kind("company", Company, (Part("facts", Company),)))
