"""The fields of a verdict that people write, each named once."""

# What the public page says, in its order.
TEXTS = ("headline", "summary", "reasoning", "unknowns", "why_checked")
# Why something of the full list is missing.
REASONS = ("no_primary_reason", "only_source_reason", "other_side_reason")
CORRECTION = ("correction_class", "correction_note")
EDITABLE = frozenset({"rating", *TEXTS, *REASONS, *CORRECTION})
# An editor who signs may suggest better wording of these.
SUGGESTABLE = TEXTS[:3]
