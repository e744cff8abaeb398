"""Roles and what they allow."""

from datetime import timedelta

import pytest
from django.utils import timezone

from editorial.models import MemberRole, Membership
from editorial.rights import Act, languages_of, may, role_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def account(django_user_model):
    return django_user_model.objects.create_user("mara", "mara@example.com", "test-pass-1")


def test_an_account_without_membership_may_nothing(account):
    assert role_of(account) is None
    assert [act for act in Act if may(account, act, "de")] == []


def test_a_translator_writes_and_publishes_one_language(account):
    Membership.objects.create(user=account, role=MemberRole.TRANSLATOR, languages=["de"])
    assert languages_of(account) == ["de"]
    assert [act for act in Act if may(account, act, "de")] == [
        Act.VIEW, Act.TRANSLATE, Act.PUBLISH, Act.EXPORT,
    ]  # fmt: skip
    assert [act for act in Act if may(account, act, "en")] == [Act.VIEW]
    assert [act for act in Act if may(account, act)] == [Act.VIEW]


def test_the_last_day_is_a_working_day(account):
    today = timezone.localdate()
    member = Membership.objects.create(user=account, role=MemberRole.EDITOR, ends_on=today)
    assert role_of(account) is MemberRole.EDITOR
    member.ends_on = today - timedelta(days=1)
    member.save()
    del account._membership
    assert role_of(account) is None


def test_a_superuser_is_an_owner(account):
    account.is_superuser = True
    assert role_of(account) is MemberRole.OWNER
