"""Who made the film: people, groups and companies."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from films.choices import Billing, CompanyFunction
from films.models.base import FilmRow


class Credit(FilmRow):
    """One name in the credits: a person, a group or a company in a role."""

    role = models.ForeignKey(
        "people.Role",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="credits",
        verbose_name=_("role"),
        help_text=_("What was done; empty only if no role fits."),
    )
    role_text = models.CharField(
        _("role as printed"), max_length=120, blank=True, help_text=_("If no role fits.")
    )
    person = models.ForeignKey(
        "people.Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="credits",
        verbose_name=_("person"),
        help_text=_("Either a person or a group or a company."),
    )
    group = models.CharField(
        _("group"), max_length=250, blank=True, help_text=_("e.g. Students of the film school.")
    )
    is_group = models.BooleanField(
        _("credit of a group"), default=False, help_text=_("The name is that of a group.")
    )
    company = models.ForeignKey(
        "people.Company",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="crew_credits",
        verbose_name=_("company"),
        help_text=_("A company named in the crew list."),
    )
    credited_as = models.CharField(
        _("credited as"),
        max_length=200,
        blank=True,
        help_text=_("Spelling in this film's credits."),
    )
    character = models.CharField(
        _("character"), max_length=250, blank=True, help_text=_("Name of the part, for the cast.")
    )
    is_lead = models.BooleanField(
        _("lead"), default=False, help_text=_("Named on poster and film page first.")
    )
    billing = models.CharField(
        _("billing"),
        max_length=4,
        blank=True,
        choices=Billing.choices,
        default=Billing.NONE,
        help_text=_("“with” and “and” stand before the last names of the cast."),
    )
    is_uncredited = models.BooleanField(
        _("uncredited"), default=False, help_text=_("Took part without being named.")
    )

    class Meta(FilmRow.Meta):
        verbose_name = _("credit")
        verbose_name_plural = _("credits")
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, is_group=False, company=None)
                | Q(person=None, is_group=True, company=None)
                | Q(person=None, is_group=False, company__isnull=False),
                name="credit_person_group_or_company",
                violation_error_message=_("Name a person or a group or a company, only one."),
            )
        ]

    def __str__(self):
        return f"{self.person or self.company or self.group}, {self.role or self.role_text}"

    def clean(self):
        if self.role is None and not any(
            getattr(self, f.attname, "")
            for f in self._meta.concrete_fields
            if f.name.startswith("role_text")
        ):
            raise ValidationError({"role": _("Choose a role, or write it as printed.")})


class CompanyCredit(FilmRow):
    """A company's function for the film."""

    film = models.ForeignKey(
        "films.Film",
        models.CASCADE,
        related_name="company_credits",
        verbose_name=_("film"),
        help_text=_("The film it belongs to."),
    )
    company = models.ForeignKey(
        "people.Company",
        models.PROTECT,
        related_name="company_credits",
        verbose_name=_("company"),
        help_text=_("Create it first if it is new."),
    )
    function = models.CharField(
        _("function"),
        max_length=20,
        choices=CompanyFunction.choices,
        help_text=_("What the company does for the film."),
    )
    territory = models.CharField(
        _("territory"), max_length=40, blank=True, help_text=_("ISO codes, e.g. DE, AT, CH.")
    )
    credited_as = models.CharField(
        _("credited as"),
        max_length=200,
        blank=True,
        help_text=_("Spelling in this film's credits."),
    )
    note = models.CharField(
        _("note"), max_length=200, blank=True, help_text=_("Printed behind the name.")
    )

    class Meta(FilmRow.Meta):
        verbose_name = _("company's function")
        verbose_name_plural = _("companies' functions")

    def __str__(self):
        return f"{self.company}, {self.get_function_display()}"
