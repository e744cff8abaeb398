"""The members' room in the admin: our own pages under the names Django expects."""

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.urls import path

from desk.members import views
from editorial.admin.listings import ReadOnlyAdmin
from editorial.models import Membership

# Accounts come and go by invitation; they have no form of their own.
if admin.site.is_registered(get_user_model()):
    admin.site.unregister(get_user_model())


@admin.register(Membership)
class MembershipAdmin(ReadOnlyAdmin):
    """Members have no table to edit: each step is a page that says what it does."""

    def get_urls(self):
        own = self.admin_site.admin_view
        return [
            path("", own(views.list_members), name="editorial_membership_changelist"),
            path("add/", own(views.invite_member), name="editorial_membership_add"),
            path("<int:pk>/change/", own(views.show_member), name="editorial_membership_change"),
            path("<int:pk>/remove/", own(views.remove), name="desk_remove_member"),
            path("<int:pk>/password/", own(views.make_password_link), name="desk_password_link"),
            path("<int:pk>/factors/", own(views.take_factors), name="desk_take_factors"),
            path(
                "invitations/<int:pk>/renew/",
                own(views.renew_invitation),
                name="desk_renew_invitation",
            ),
            path(
                "invitations/<int:pk>/revoke/",
                own(views.revoke_invitation),
                name="desk_revoke_invitation",
            ),
        ]
