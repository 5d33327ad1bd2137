"""Settings of a rehearsal."""

from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.settings import Settings


def rehearsed(
    api_url: str,
    token: str,
    data_dir: Path,
    *,
    sop_file: Path | None = None,
    calendar_file: Path | None = None,
    database_url: str = "",
    owner_id: int | None = None,
    webhook_listen: str = "",
) -> Settings:
    """Settings of a rehearsal: nothing of the environment or of a .env enters them.

    By polling, or by webhook where it listens at a host:port of this machine.
    """
    webhook: dict[str, Any] = {
        "webhook_url": f"http://{webhook_listen}/himpun",
        "webhook_listen": webhook_listen,
        "webhook_secret": SecretStr("rehearsal-only"),
    }
    return Settings.model_construct(
        bot_token=SecretStr(token),
        bot_api_url=api_url,
        data_dir=data_dir,
        sop_file=sop_file,
        calendar_file=calendar_file,
        database_url=SecretStr(database_url) if database_url else None,
        owner_id=owner_id,
        **(webhook if webhook_listen else {}),
    )
