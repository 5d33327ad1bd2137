"""Who carries errands to Telegram."""

from typing import Protocol

from bot.rules.delivery import Delivery
from bot.rules.errands import Card, Errand


class Courier(Protocol):
    async def carry(self, errand: Errand, card: Card | None) -> Delivery:
        """Do one errand at Telegram; `card` is the message that a SHOW or PIN stands in.

        Raises rules.delivery.DeliveryFailure.
        """
        ...
