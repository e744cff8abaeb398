from modeltranslation.translator import TranslationOptions, register

from pages.models import Page, Profile


@register(Profile)
class ProfileTranslation(TranslationOptions):
    fields = ("claim",)


@register(Page)
class PageTranslation(TranslationOptions):
    fields = ("title", "slug", "body", "seo_title", "seo_description")
