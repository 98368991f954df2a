"""Sending one message to a webhook, signed as Standard Webhooks say."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import requests
from django.utils.translation import gettext as _t
from standardwebhooks.webhooks import Webhook

SECONDS_TO_CONNECT, SECONDS_TO_READ = 5, 15


def send(url: str, secret: str, message_id: str, body: Mapping[str, Any]) -> str:
    """Post the message; the problem in words, or "" where the receiver took it.

    The address is the operator's own, who may well mean a machine inside: it is not kept
    from private networks. Nobody else leads it there, for redirects are not followed.
    """
    words = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    now = datetime.now(UTC)
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "Claimdesk",
        "webhook-id": message_id,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": Webhook(secret).sign(message_id, now, words),
    }
    try:
        # Of the answer only its status is read, however long it is.
        with requests.post(
            url,
            data=words.encode(),
            headers=headers,
            timeout=(SECONDS_TO_CONNECT, SECONDS_TO_READ),
            allow_redirects=False,
            stream=True,
        ) as answer:
            status = answer.status_code
    except requests.RequestException as error:
        return _t("The receiver cannot be reached: %s.") % type(error).__name__
    return "" if 200 <= status < 300 else _t("The receiver answered with status %d.") % status
