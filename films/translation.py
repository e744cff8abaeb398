from modeltranslation.translator import TranslationOptions, register

from films import models


@register(models.Genre)
class GenreTranslation(TranslationOptions):
    fields = ("name",)


@register(models.Film)
class FilmTranslation(TranslationOptions):
    fields = (
        "title",
        "slug",
        "tagline",
        "logline",
        "synopsis_short",
        "synopsis_medium",
        "synopsis_long",
        "press_note",
        "directors_statement",
        "production_notes",
        "interview",
        "award_notes",
        "additional_info",
        "seo_title",
        "seo_description",
    )


@register(models.Version)
class VersionTranslation(TranslationOptions):
    fields = ("name", "note")


@register(models.Link)
class LinkTranslation(TranslationOptions):
    fields = ("label",)


@register(models.Credit)
class CreditTranslation(TranslationOptions):
    fields = ("role_text", "group", "character")


@register(models.CompanyCredit)
class CompanyCreditTranslation(TranslationOptions):
    fields = ("note",)


@register(models.Selection)
class SelectionTranslation(TranslationOptions):
    fields = ("section",)


@register(models.Award)
class AwardTranslation(TranslationOptions):
    fields = ("name", "body")


@register(models.Screening)
class ScreeningTranslation(TranslationOptions):
    fields = ("guests", "note")


@register(models.Quote)
class QuoteTranslation(TranslationOptions):
    fields = ("translation",)


@register(models.Trailer)
class TrailerTranslation(TranslationOptions):
    fields = ("title",)
