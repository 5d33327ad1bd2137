"""Everything that speaks Telegram, in and out."""

import os

# The library's coming form of durations; its present one warns at each RetryAfter.
os.environ.setdefault("PTB_TIMEDELTA", "true")
