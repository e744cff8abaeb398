"""Pages of our own around allauth's: the login for who is logged in already, the language."""

from typing import Any

from allauth.account.views import LoginView
from allauth.mfa.totp.views import ActivateTOTPView
from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from desk.accounts.codes import use_up_first
from desk.accounts.language import forget_language, known_codes, remember_language


class DeskLoginView(LoginView):
    """The login; who is logged in but may not enter is told so instead of sent in rings."""

    @method_decorator(sensitive_post_parameters("password", "username"))
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if request.user.is_authenticated and not admin.site.has_permission(request):
            self.template_name = "account/no_access.html"
            return self.render_to_response({}, status=403)
        return super().dispatch(request, *args, **kwargs)


login = DeskLoginView.as_view()


class SetUpAppView(ActivateTOTPView):
    """Setting up an app; the code that shows it works is used up by that."""

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        use_up_first(self.request.user, form.cleaned_data["code"])
        return response


set_up_app = SetUpAppView.as_view()


@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Remember the language of the desk in this browser and go back; '' is the browser's own."""
    target = request.POST.get("next", "")
    host = {request.get_host()}
    if not url_has_allowed_host_and_scheme(target, host, require_https=request.is_secure()):
        target = reverse("admin:index")
    response = HttpResponseRedirect(target)
    code = request.POST.get("language", "")
    if code in known_codes():
        remember_language(response, code)
    else:
        forget_language(response)
    return response
