"""The only place where the floors meet, and the only reader of the wall clock."""

from bot.ports import Store
from bot.settings import Settings
from bot.wiring.office_files import SHIPPED_SOP, SOPS, office_settings, procedures
from bot.wiring.onlooker import onlooker
from bot.wiring.product import Product, build
from bot.wiring.rehearsed import rehearsed
from bot.wiring.system_clock import SystemClock
from handlers.redaction import set_up_logging

__all__ = [
    "SHIPPED_SOP",
    "SOPS",
    "Product",
    "Settings",
    "Store",
    "SystemClock",
    "build",
    "office_settings",
    "onlooker",
    "procedures",
    "rehearsed",
    "set_up_logging",
]
