from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.settings import BadSettings, Settings

EXAMPLE = Path(__file__).parents[2] / ".env.example"
TOKEN = "123456789:" + "a" * 35


@pytest.fixture(autouse=True)
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An environment without any of our variables, in a directory without .env."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names_in_example() -> list[str]:
    lines = EXAMPLE.read_text().splitlines()
    return [line.partition("=")[0] for line in lines if line and not line.startswith("#")]


def test_the_example_lists_exactly_the_settings() -> None:
    assert names_in_example() == [name.upper() for name in Settings.model_fields]


def test_the_example_as_it_stands_gives_the_defaults(bare: Path) -> None:
    before = Settings.load()
    (bare / ".env").write_text(EXAMPLE.read_text())
    assert Settings.load() == before


def test_without_anything_set_the_office_is_in_makassar_on_sqlite() -> None:
    settings = Settings.load()
    assert settings.bot_token is None
    assert settings.timezone == "Asia/Makassar"
    assert settings.bot_api_url == "https://api.telegram.org"
    assert settings.database == "sqlite+aiosqlite:///data/himpun.db"


def test_the_environment_wins_over_the_file(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (bare / ".env").write_text("TIMEZONE=Asia/Jakarta\nLOG_LEVEL=debug\n")
    monkeypatch.setenv("TIMEZONE", "Asia/Jayapura")
    assert (Settings.load().timezone, Settings.load().log_level) == ("Asia/Jayapura", "DEBUG")


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("BOT_TOKEN", "rahasia", "token_form"),
        ("BOT_API_URL", "127.0.0.1:8081", "url"),
        ("DATABASE_URL", "mysql://x", "database_form"),
        ("TIMEZONE", "Asia/Bantaeng", "zone"),
        ("TIMEZONE", "/etc/passwd", "zone"),
        ("SOP_FILE", "tidak-ada.toml", "no_file"),
        ("CALENDAR_FILE", "tidak-ada.toml", "no_file"),
        ("OWNER_ID", "ani", "number"),
        ("OWNER_ID", "-5", "number"),
        ("WEBHOOK_URL", "http://bot.example", "url"),
        ("WEBHOOK_LISTEN", "8080", "listen_form"),
        ("WEBHOOK_SECRET", "ada spasi", "secret_form"),
        ("LOG_LEVEL", "keras", "choice"),
        ("LOG_FORMAT", "xml", "choice"),
    ],
)
def test_a_wrong_value_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, code: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(BadSettings) as refused:
        Settings.load()
    assert refused.value.faults == ((name, code),)
    assert value not in str(refused.value)


def test_every_fault_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OWNER_ID", "ani")
    monkeypatch.setenv("TIMEZONE", "WITA-ku")
    with pytest.raises(BadSettings) as refused:
        Settings.load()
    assert set(refused.value.faults) == {("OWNER_ID", "number"), ("TIMEZONE", "zone")}


def test_a_misspelt_name_in_the_file_is_refused(bare: Path) -> None:
    (bare / ".env").write_text("TIMEZON=Asia/Jakarta\n")
    with pytest.raises(BadSettings) as refused:
        Settings.load()
    assert refused.value.faults == (("TIMEZON", "unknown"),)


def test_a_webhook_without_a_secret_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEBHOOK_URL", "https://bot.example/kait")
    with pytest.raises(BadSettings) as refused:
        Settings.load()
    assert refused.value.faults == (("WEBHOOK_SECRET", "secret_missing"),)


def test_a_local_server_may_call_a_webhook_on_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEBHOOK_URL", "http://127.0.0.1:8080/kait/")
    monkeypatch.setenv("WEBHOOK_SECRET", "kunci")
    assert Settings.load().webhook_url == "http://127.0.0.1:8080/kait"


def test_secrets_stand_in_no_repr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("DATABASE_URL", "postgresql://ani:sandi-ani@db/himpun")
    monkeypatch.setenv("WEBHOOK_SECRET", "kunci-kait")
    shown = repr(Settings.load()) + str(Settings.load())
    assert not any(secret in shown for secret in (TOKEN, "sandi-ani", "kunci-kait"))


def test_a_database_address_gets_the_driver_of_the_house(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://ani@db/himpun")
    assert Settings.load().database == "postgresql+psycopg://ani@db/himpun"


def test_settings_do_not_change() -> None:
    with pytest.raises(ValidationError):
        Settings.load().owner_id = 5
