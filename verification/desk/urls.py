"""The desk: pages that show claims with what became of them."""

from django.urls import URLPattern, path

from . import (
    checking,
    dashboard,
    evidence,
    home,
    listing,
    lists_out,
    locking,
    pages,
    saving,
    signing,
    speakers,
    sweeping,
)

STEPS = {
    "take": checking.take,
    "release": checking.release,
    "hand-over": checking.hand_over,
    "assign": checking.assign,
    "hold": checking.hold,
    "wake": checking.wake,
    "reopen": checking.reopen,
    "lock": locking.lock,
    "unlock": locking.unlock,
    "continue-here": locking.continue_here,
    "word": checking.word,
    "confirm-mention": checking.confirm_mention,
    "evidence": evidence.add_evidence,
    "change-evidence": evidence.change_evidence,
    "remove-evidence": evidence.remove_evidence,
    "calculation": evidence.calculate,
    "remove-calculation": evidence.remove_calculation,
    "contact": evidence.log_contact,
    "remove-contact": evidence.remove_contact,
    "verdict": checking.save_verdict,
    "next-version": checking.next_version,
    "accept-suggestions": checking.accept_suggestions,
    "comment": checking.comment,
    "resolve-comment": checking.resolve_comment,
    "publish": checking.publish_check,
    "unpublish": checking.unpublish_check,
    "restore": checking.restore_check,
    "withdraw": checking.withdraw_check,
}

urlpatterns: list[URLPattern] = [
    path("", home.home, name="home"),
    path("dashboard/", dashboard.dashboard, name="dashboard"),
    path("dashboard/<slug:name>/export/", dashboard.table_out, name="export-dashboard"),
    path("queue/", listing.queue, name="queue"),
    path("queue/filters/save/", saving.save_filter, name="save-filter"),
    *(
        path(f"queue/filters/<int:pk>/{name}/", view, name=f"{name}-filter")
        for name, view in saving.DEEDS.items()
    ),
    path("queue/export/", lists_out.queue_out, name="export-queue"),
    path("queue/set-aside/", sweeping.set_aside_matching, name="set-aside-matching"),
    path("claims/assign/", listing.assign_claims, name="assign-claims"),
    path("claims/<int:pk>/", pages.claim, name="claim"),
    *(path(f"claims/<int:pk>/{name}/", view, name=name) for name, view in STEPS.items()),
    path("speakers/<int:pk>/", speakers.speaker, name="speaker"),
    path("speakers/<int:pk>/export/", lists_out.said_out, name="export-speaker"),
    path("speakers/<int:pk>/merge/", speakers.merge, name="merge-speaker"),
    path("speakers/<int:pk>/split/", speakers.split, name="split-speaker"),
    path("signoff/", signing.waiting, name="signoff"),
    path("signoff/export/", lists_out.waiting_out, name="export-signoff"),
    path("signoff/<int:pk>/", signing.version, name="signoff-version"),
    path("signoff/<int:pk>/sign-off/", signing.sign_off, name="sign-off"),
    path("signoff/<int:pk>/request-changes/", signing.request_changes, name="request-changes"),
    path("signoff/<int:pk>/suggest/", signing.suggest, name="suggest"),
    path("snapshots/<int:pk>/", signing.snapshot, name="snapshot"),
]
