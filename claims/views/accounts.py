"""The way in, and one's own password, which nobody else changes and the log knows of."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import views as auth
from django.contrib.auth.forms import PasswordResetForm
from django.http import HttpResponse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _t

from claims.models import Event, Sending, User
from claims.views.senders import sender

from .kept import keep_carried, read_carried
from .visits import begin_visit

# Links that one address may ask for in an hour, and that one account gets.
MOST_REQUESTS = 5
MOST_LINKS = 3


class LogIn(auth.LoginView):
    """Logs in; what somebody typed before is kept for them, and for nobody who does not."""

    def form_valid(self, form: Any) -> HttpResponse:
        last_login = form.get_user().last_login
        response = super().form_valid(form)
        begin_visit(self.request.session, last_login)
        if carried := read_carried(self.request.POST.get("kept", "")):
            keep_carried(form.get_user(), carried)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(kept=self.request.POST.get("kept", ""), **kwargs)


class ChangePassword(auth.PasswordChangeView):
    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        form.user.log(Event.Kind.PASSWORD_CHANGED, form.user)
        return response


class LinkForm(PasswordResetForm):
    """An address of an account; whether there is one is told to nobody."""

    def save(self, *_args: Any, **_options: Any) -> None:
        for user in self.get_users(self.cleaned_data["email"]):
            account = salted_hmac("claims.accounts", str(user.pk), algorithm="sha256").hexdigest()
            if Sending.objects.admit(Sending.What.RESET_LINK, account, MOST_LINKS):
                user.send_reset_link(None)


class AskForLink(auth.PasswordResetView):
    """A link by mail with which one sets a new password."""

    form_class = LinkForm

    def form_valid(self, form: Any) -> HttpResponse:
        if Sending.objects.admit(Sending.What.RESET, sender(self.request), MOST_REQUESTS):
            return super().form_valid(form)
        form.add_error(None, _t("Too many links were asked for from here. Wait an hour."))
        return self.render_to_response(self.get_context_data(form=form), status=429)


class SetPassword(auth.PasswordResetConfirmView):
    """The page that the link leads to."""

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        user: User = form.user
        user.log(Event.Kind.PASSWORD_CHANGED, user, how="link")
        return response
