"""What companies do for a film."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CompanyFunction(models.TextChoices):
    PRODUCTION = "production_company", _("Production company")
    CO_PRODUCTION = "co_production", _("Co-production")
    IN_ASSOCIATION = "in_association", _("In association with")
    BROADCASTER = "broadcaster", _("Broadcaster")
    FUNDER = "funder", _("Funding")
    SUPPORTED_BY = "supported_by", _("Supported by")
    WORLD_SALES = "world_sales", _("World sales")
    DISTRIBUTOR = "distributor", _("Distributor")
    PRESS_AGENT = "press_agent", _("Press agent")


# Whose e-mail address and phone number stand on the site: they want to be asked.
ASKED = (CompanyFunction.WORLD_SALES, CompanyFunction.DISTRIBUTOR, CompanyFunction.PRESS_AGENT)
