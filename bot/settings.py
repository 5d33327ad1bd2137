"""The environment (or .env) as one frozen value; every fault in it is refused at once."""

import re
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
}
"""What people write before "://", and the driver that serves it."""

CODES = {
    "extra_forbidden": "unknown",
    "int_parsing": "number",
    "greater_than": "number",
    "literal_error": "choice",
}
"""pydantic's names for what is wrong, and ours."""

LOOPBACK = ("127.0.0.1", "localhost", "::1")

OURS = {"url", "zone", "no_file", "token_form", "secret_form", "listen_form", "database_form"}


class BadSettings(Exception):
    """`faults`: each a variable's name and what is wrong with it, as a code.

    Codes: unknown, number, choice, url, zone, no_file, token_form, secret_form, secret_missing,
    listen_form, database_form, other. Values are never told: they may be secret.
    """

    def __init__(self, faults: tuple[tuple[str, str], ...]) -> None:
        super().__init__("; ".join(f"{name}: {code}" for name, code in faults))
        self.faults = faults


def wrong(code: str) -> PydanticCustomError:
    return PydanticCustomError(code, code)


def http_url(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query:
        raise wrong("url")
    return value.rstrip("/")


def telegram_calls(value: str) -> str:
    """Telegram calls by https alone (Bot API, setWebhook); a local server on loopback by http."""
    url = http_url(value)
    parts = urlsplit(url)
    if parts.scheme != "https" and parts.hostname not in LOOPBACK:
        raise wrong("url")
    return url


def known_zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError) as unknown:
        raise wrong("zone") from unknown
    return value


def there(value: Path) -> Path:
    if not value.is_file():
        raise wrong("no_file")
    return value


def host_and_port(value: str) -> str:
    host, _, port = value.rpartition(":")
    if not host or not port.isdecimal() or not 0 <= int(port) <= 65535:
        raise wrong("listen_form")
    return value


def token_shape(value: SecretStr) -> SecretStr:
    if not re.fullmatch(r"\d+:[A-Za-z0-9_-]+", value.get_secret_value()):
        raise wrong("token_form")
    return value


def secret_word(value: SecretStr) -> SecretStr:
    """1–256 characters of A–Z a–z 0–9 _ - (Bot API, setWebhook)."""
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value.get_secret_value()):
        raise wrong("secret_form")
    return value


def with_driver(value: SecretStr) -> SecretStr:
    """With the driver that the house uses, whichever way the address was written."""
    scheme, separator, rest = value.get_secret_value().partition("://")
    if not separator or scheme not in {*DRIVERS, *DRIVERS.values()}:
        raise wrong("database_form")
    return SecretStr(f"{DRIVERS.get(scheme, scheme)}://{rest}")


OurFile = Annotated[Path, AfterValidator(there)]
Level = Literal["DEBUG", "INFO", "WARNING", "ERROR"]


class Settings(BaseSettings):
    """What .env.example explains; an empty value counts as not set."""

    model_config = SettingsConfigDict(
        frozen=True,
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="forbid",  # a misspelt name in .env would otherwise be a silent default
        hide_input_in_errors=True,
    )

    bot_token: Annotated[SecretStr, AfterValidator(token_shape)] | None = None
    bot_api_url: Annotated[str, AfterValidator(http_url)] = "https://api.telegram.org"
    database_url: Annotated[SecretStr, AfterValidator(with_driver)] | None = None
    data_dir: Path = Path("data")
    timezone: Annotated[str, AfterValidator(known_zone)] = "Asia/Makassar"
    sop_file: OurFile | None = None
    calendar_file: OurFile | None = None
    office_file: OurFile | None = None
    owner_id: Annotated[int, Field(gt=0)] | None = None
    webhook_url: Annotated[str, AfterValidator(telegram_calls)] | None = None
    webhook_listen: Annotated[str, AfterValidator(host_and_port)] = "127.0.0.1:8080"
    webhook_secret: Annotated[SecretStr, AfterValidator(secret_word)] | None = None
    log_level: Annotated[Level, BeforeValidator(str.upper)] = "INFO"
    log_format: Annotated[Literal["text", "json"], BeforeValidator(str.lower)] = "text"

    @classmethod
    def load(cls) -> Self:
        """Raises BadSettings with every fault."""
        try:
            settings = cls()
        except ValidationError as faults:
            raise BadSettings(tuple(map(fault, faults.errors()))) from None
        if settings.webhook_url and settings.webhook_secret is None:
            raise BadSettings((("WEBHOOK_SECRET", "secret_missing"),))
        return settings

    @property
    def database(self) -> str:
        """The SQLAlchemy address: a file in the data directory where none is set."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return f"sqlite+aiosqlite:///{self.data_dir / 'himpun.db'}"


def fault(error: ErrorDetails) -> tuple[str, str]:
    """The variable as it is written in the environment, and our code for what is wrong."""
    kind = error["type"]
    return str(error["loc"][0]).upper(), CODES.get(kind, kind if kind in OURS else "other")
