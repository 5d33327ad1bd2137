"""What people wrote in their own words."""

from collections.abc import Callable
from typing import Any

from bot.rules.errors import answers as e
from bot.rules.errors.refusal import Refusal
from bot.texts.refusals.plain import plain

SENTENCES: dict[type[Refusal], Callable[[Any, str], str]] = {
    e.ReasonTooShort: plain("Alasan terlalu singkat. Mohon menuliskan alasan yang jelas."),
    e.NothingAsked: plain(
        "Pesan ini tidak menjawab pertanyaan sistem. Mohon mengetik /tugas untuk melihat tugas "
        "yang terbuka, atau /bantuan untuk petunjuk."
    ),
}
