from modeltranslation.translator import TranslationOptions, register

from people.models import Company, Department, Person, Role


@register(Department)
class DepartmentTranslation(TranslationOptions):
    fields = ("name",)


@register(Role)
class RoleTranslation(TranslationOptions):
    fields = ("name", "name_feminine", "name_masculine")


@register(Person)
class PersonTranslation(TranslationOptions):
    fields = ("short_biography", "biography", "birthplace")


@register(Company)
class CompanyTranslation(TranslationOptions):
    fields = ("description",)
