"""The newsroom's pages about articles and batches, and the verbs of triage."""

from django.contrib.auth import views as auth
from django.urls import URLPattern, path

from claims.views import (
    accounts,
    articles,
    batches,
    choosing,
    entering,
    in_article,
    kept,
    letting_go,
    linking,
    mending,
    merging,
    muting,
    notices,
    readings,
    speakers,
    stories,
    triage,
    watches,
)

# By the names that Django's own views and templates know.
ACCOUNTS = [
    path("accounts/login/", accounts.LogIn.as_view(), name="login"),
    path("accounts/logout/", auth.LogoutView.as_view(), name="logout"),
    path("accounts/password_change/", accounts.ChangePassword.as_view(), name="password_change"),
    path(
        "accounts/password_change/done/",
        auth.PasswordChangeDoneView.as_view(),
        name="password_change_done",
    ),
    path("accounts/password_reset/", accounts.AskForLink.as_view(), name="password_reset"),
    path(
        "accounts/password_reset/done/",
        auth.PasswordResetDoneView.as_view(),
        name="password_reset_done",
    ),
    path(
        "accounts/reset/<uidb64>/<token>/",
        accounts.SetPassword.as_view(),
        name="password_reset_confirm",
    ),
    path(
        "accounts/reset/done/",
        auth.PasswordResetCompleteView.as_view(),
        name="password_reset_complete",
    ),
]

STORY_STEPS = {
    "rename": stories.rename,
    "merge": stories.merge,
    "split": stories.split,
    "follow": stories.follow,
    "unfollow": stories.unfollow,
    "ignore": stories.ignore,
    "heed": stories.heed,
    "own": stories.own,
    "set-rest-aside": stories.set_rest_aside,
}

urlpatterns: list[URLPattern] = [
    *ACCOUNTS,
    path("articles/<int:pk>/", articles.article, name="article"),
    path("articles/<int:pk>/read/", readings.read_article, name="read-article"),
    path("articles/<int:pk>/mark/", mending.mark_claim, name="mark-claim"),
    path("mentions/<int:pk>/", mending.mention, name="mention"),
    path("mentions/<int:pk>/span/", mending.move_span, name="move-span"),
    path("mentions/<int:pk>/figure/", mending.correct_figure, name="correct-figure"),
    path("mentions/<int:pk>/speaker/", mending.correct_speaker, name="correct-speaker"),
    path("mentions/<int:pk>/attitude/", mending.correct_attitude, name="correct-attitude"),
    path("mentions/<int:pk>/date/", mending.correct_date, name="correct-date"),
    path("mentions/<int:pk>/reject/", mending.reject_found, name="reject-found"),
    path("articles/<int:pk>/set-rest-aside/", triage.set_rest_aside, name="set-rest-aside"),
    path("batches/", batches.batches, name="batches"),
    path("batches/<int:pk>/", batches.batch, name="batch"),
    path("batches/<int:pk>/problems/", batches.problems_out, name="export-problems"),
    path("batches/<int:pk>/stop/", batches.stop, name="stop-batch"),
    path("batches/<int:pk>/resume/", batches.resume, name="resume-batch"),
    path("claims/new/", entering.new_claim, name="new-claim"),
    path("claims/new/<int:pk>/", entering.entered, name="entered"),
    path("claims/<int:pk>/in-article/", in_article.claim_in_article, name="claim-in-article"),
    path("claims/<int:pk>/pick/", triage.pick, name="pick"),
    path("claims/<int:pk>/set-aside/", triage.set_aside, name="set-aside"),
    path("claims/<int:pk>/dismiss/", triage.dismiss, name="dismiss"),
    path("claims/triage/", choosing.triage_ticked, name="triage-ticked"),
    path("claims/<int:pk>/merge/", merging.merge_claim, name="merge-claim"),
    path("claims/<int:pk>/split/", merging.split_claim, name="split-claim"),
    path("claims/<int:pk>/take-apart/", merging.take_claim_apart, name="take-claim-apart"),
    path("kept/", kept.keep_form, name="keep-form"),
    path("kept/discard/", kept.discard_form, name="discard-form"),
    path("notices/", notices.notices, name="notices"),
    path("notices/read/", notices.read_notices, name="read-notices"),
    path("accounts/notices/", notices.notice_mails, name="notice-mails"),
    path("speakers/", speakers.speakers, name="speakers"),
    path("speakers/export/", speakers.speakers_out, name="export-speakers"),
    path("links/<int:pk>/confirm/", linking.confirm, name="confirm-link"),
    path("links/<int:pk>/reject/", linking.reject, name="reject-link"),
    path("published/<int:pk>/confirm/", linking.confirm_check, name="confirm-check"),
    path("published/<int:pk>/reject/", linking.reject_check, name="reject-check"),
    path("findings/<int:pk>/keep/", linking.keep, name="keep-finding"),
    path("findings/<int:pk>/dismiss/", linking.dismiss, name="dismiss-finding"),
    path("muted/", muting.muted, name="muted"),
    path("muted/<int:pk>/mute/", muting.mute, name="mute"),
    path("muted/<int:pk>/keep/", muting.keep, name="keep-sentence"),
    path("set-aside/", letting_go.set_aside_lately, name="set-aside-lately"),
    path("stories/<int:pk>/", stories.story, name="story"),
    *(
        path(f"stories/<int:pk>/{name}/", view, name=f"{name}-story")
        for name, view in STORY_STEPS.items()
    ),
    path("watches/", watches.watches, name="watches"),
    path("watches/export/", watches.watches_out, name="export-watches"),
    path("watches/<int:pk>/", watches.watch, name="watch"),
    path("watches/<int:pk>/end/", watches.end, name="end-watch"),
    path("undo/", triage.undo_triage, name="undo"),
]
