"""The command line as a process: what it prints and how it ends."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

import bot
from bot.__main__ import main
from bot.commands.examining import examination
from bot.commands.faults import sentence_of
from bot.rehearsal import gladi
from bot.rehearsal.page import serving
from bot.rehearsal.telegram import Telegram
from bot.settings import Settings
from bot.texts.examination import Mark
from storage import faults
from storage.unit_of_work import SqlStore

HOUSE = Path(bot.__file__).parents[1]
SOP = HOUSE / "bot/sops/dpmd_jeneponto.toml"
TOKEN = "123456789:" + "a" * 35


@pytest.fixture(autouse=True)
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """None of our variables set, in a directory of its own; logging stays pytest's."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("PYTHONPATH", str(HOUSE))
    monkeypatch.setattr("handlers.redaction.set_up_logging", lambda *_: None)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    async with Telegram(lambda: datetime(2026, 11, 23, tzinfo=UTC)) as miniature:
        yield miniature


def himpun(*words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-m", "bot", *words], capture_output=True, text=True)


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("lari",),
        ("sop",),
        ("sop", "check"),
        ("sop", "draw"),
        ("sop", "print"),
        ("run", "cepat"),
    ],
)
def test_a_wrongly_used_command_is_told_where_help_stands(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert said.startswith("Pemakaian: himpun")
    assert "--help" in said


def test_without_a_token_three_lines_say_what_to_do() -> None:
    ended = himpun("run")
    assert ended.returncode == 2
    assert len(ended.stderr.splitlines()) == 3
    assert all(word in ended.stderr for word in ("@BotFather", ".env", "himpun run"))


def test_every_fault_of_the_settings_is_told_and_no_value(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOT_TOKEN", "rahasia-sekali")
    monkeypatch.setenv("OWNER_ID", "ani")
    assert main(["run"]) == 2
    said = capsys.readouterr().err
    assert "BOT_TOKEN" in said
    assert "OWNER_ID" in said
    assert "rahasia-sekali" not in said


def test_a_sound_sop_is_laid_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sop", "check", str(SOP)]) == 0
    assert "Jumlah waktu baku: 1.460 menit kerja" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"[sop]\nnama = 1\n", "baris 2, sop, nama"),
        (b"\xff\xfe", "UTF-8"),
        (None, "tidak ada.toml"),
    ],
)
def test_a_faulty_sop_ends_in_one(
    bare: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, said: str
) -> None:
    file = bare / "tidak ada.toml"
    if content is not None:
        file.write_bytes(content)
    assert main(["sop", "check", str(file)]) == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "made", "begins"),
    [
        ((), "dpmd_jeneponto.png", b"\x89PNG"),
        (("--keluaran", "alur.pdf"), "alur.pdf", b"%PDF-"),
    ],
)
def test_a_sop_is_drawn_as_a_picture_or_a_page(
    bare: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], made: str, begins: bytes
) -> None:
    assert main(["sop", "draw", str(SOP), *words]) == 0
    assert made in capsys.readouterr().out
    assert (bare / made).read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("verb", "target", "content", "code", "said"),
    [
        ("draw", "alur.docx", None, 2, ".png atau .pdf"),
        ("draw", "alur.png", "[sop]\nnama = 1\n", 1, "baris 2, sop, nama"),
        ("print", "lembar.png", None, 2, ".pdf"),
        ("print", "lembar.pdf", "[sop]\nnama = 1\n", 1, "baris 2, sop, nama"),
    ],
)
def test_what_cannot_be_drawn_or_printed_leaves_no_file(
    bare: Path,
    capsys: pytest.CaptureFixture[str],
    verb: str,
    target: str,
    content: str | None,
    code: int,
    said: str,
) -> None:
    file = bare / "sop.toml"
    file.write_text(SOP.read_text("utf-8") if content is None else content, "utf-8")
    assert main(["sop", verb, str(file), "--keluaran", target]) == code
    assert said in capsys.readouterr().err
    assert not (bare / target).exists()


@pytest.mark.parametrize(
    ("words", "made", "width"),
    [
        ((), "dpmd_jeneponto.pdf", 609),
        (("--kertas", "A4", "--keluaran", "lembar.pdf"), "lembar.pdf", 595),
    ],
)
def test_a_sop_is_printed_on_f4_unless_a4_is_asked_for(
    bare: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], made: str, width: int
) -> None:
    assert main(["sop", "print", str(SOP), *words]) == 0
    assert made in capsys.readouterr().out
    assert int(PdfReader(bare / made).pages[0].mediabox.width) == width


def test_a_reader_who_goes_away_as_head_does_leaves_no_words_behind() -> None:
    words = [sys.executable, "-m", "bot", "sop", "check", str(SOP)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read()
    assert said == b""
    assert running.returncode in (0, 1)


async def started(
    telegram: Telegram, monkeypatch: pytest.MonkeyPatch, url: str | None = None
) -> asyncio.subprocess.Process:
    monkeypatch.setenv("BOT_TOKEN", telegram.bot.token)
    monkeypatch.setenv("BOT_API_URL", url or telegram.url)
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", stderr=asyncio.subprocess.PIPE, env=os.environ
    )


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_ends_the_running_bot_within_ten_seconds(
    telegram: Telegram, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    running = await started(telegram, monkeypatch)
    await telegram.until(lambda: telegram.called("deleteWebhook"))
    running.send_signal(number)
    await asyncio.wait_for(running.communicate(), 10)
    assert running.returncode == 0


async def test_a_signal_ends_the_bot_while_telegram_is_away(
    telegram: Telegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = await started(telegram, monkeypatch, "http://127.0.0.1:9")
    assert running.stderr is not None
    async for line in running.stderr:
        if b"getMe" in line:
            break
    running.terminate()
    await asyncio.wait_for(running.communicate(), 10)
    assert running.returncode == 0


async def test_a_second_bot_on_the_same_database_says_so_and_leaves(
    telegram: Telegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = await started(telegram, monkeypatch)
    await telegram.until(lambda: telegram.called("deleteWebhook"))
    second = await started(telegram, monkeypatch)
    said = (await second.communicate())[1].decode()
    first.terminate()
    await first.communicate()
    assert second.returncode == 1
    assert "hanya satu yang boleh berjalan" in said.splitlines()[-1]


async def test_a_token_that_telegram_refuses_is_told_in_one_sentence(
    telegram: Telegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telegram.bot, "token", TOKEN)
    running = await started(telegram, monkeypatch)
    monkeypatch.setattr(telegram.bot, "token", TOKEN + "b")
    said = (await running.communicate())[1].decode()
    assert running.returncode == 1
    assert "Telegram menolak token bot" in said.splitlines()[-1]
    assert TOKEN not in said


def test_a_slip_of_ours_shows_where_it_is_and_no_token(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def slip(_settings: Settings) -> None:
        raise ExceptionGroup("bersama", [RuntimeError(f"https://contoh/bot{TOKEN}/getMe")])

    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setattr("bot.commands.serving.serve", slip)
    assert main(["run"]) == 1
    said = capsys.readouterr().err
    assert "in slip" in said
    assert TOKEN not in said


def fault_types() -> list[type[faults.StorageFault]]:
    return faults.StorageFault.__subclasses__()


@pytest.mark.parametrize("kind", fault_types(), ids=lambda kind: kind.__name__)
def test_every_fault_of_the_storage_has_its_sentence(kind: type[faults.StorageFault]) -> None:
    fault = kind(*(f"<{name}>" for name in getattr(kind, "__annotations__", {})))
    said = sentence_of(fault)
    assert said is not None
    assert "{" not in said


def test_a_rehearsal_without_a_flag_opens_its_page(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def serve_page(
        room: Path | None,
        sop_file: Path | None,
        port: int,
        say: Callable[[str], None],
        ended: asyncio.Event,
    ) -> None:
        say(f"{room} {sop_file} {port}")

    monkeypatch.setattr(serving, "serve_page", serve_page)
    assert main(["gladi"]) == 0
    assert main(["gladi", "--ruang", "latihan", "--port", "8080", "--sop", str(SOP)]) == 0
    assert capsys.readouterr().out == f"None None 0\nlatihan {SOP} 8080\n"


@pytest.mark.parametrize("port", ["0", "65536", "-1", "http"])
def test_a_page_is_served_at_a_port_that_there_is(port: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["gladi", "--port", port])
    assert ended.value.code == 2


@pytest.mark.parametrize(("done", "ends"), [(True, 0), (False, 1)])
def test_a_rehearsal_ends_well_only_when_the_whole_day_was_done(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, done: bool, ends: int
) -> None:
    async def play(out: Path, sop_file: Path | None, say: Callable[[str], None]) -> bool:
        say(f"{out} {sop_file}")
        return done

    monkeypatch.setattr(gladi, "play", play)
    assert main(["gladi", "--otomatis", "--keluaran", "luar", "--sop", str(SOP)]) == ends
    assert capsys.readouterr().out == f"luar {SOP}\n"


OPERATING = (["verify"], ["backup"], ["export", "3"])


@pytest.mark.parametrize("words", OPERATING, ids=lambda words: words[0])
def test_without_a_database_nothing_is_made_and_the_next_step_is_told(
    bare: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    assert main(words) == 1
    assert "himpun run" in capsys.readouterr().err
    assert list(bare.iterdir()) == []


@pytest.fixture
def kept(bare: Path) -> Path:
    """The data directory of a bot that has run."""

    async def open_and_close() -> None:
        async with SqlStore(Settings.load().database) as store, store.work() as uow:
            await uow.offices.add(-100, "Kinerja DPMD", "token", "kalender")

    asyncio.run(open_and_close())
    return bare / "data"


def test_what_is_kept_is_proved(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify"]) == 0
    assert "1 kantor" in capsys.readouterr().out


def test_meddling_with_what_is_kept_ends_in_one_with_the_places(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(kept / "himpun.db")) as database:
        database.execute("UPDATE offices SET facts = 3")
        database.commit()
    assert main(["verify"]) == 1
    assert "kantor 1, catatan 3" in capsys.readouterr().out


def test_a_backup_is_told_with_its_place_and_opens(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup"]) == 0
    (copy,) = (kept / "cadangan").iterdir()
    assert copy.name in capsys.readouterr().out
    with closing(sqlite3.connect(copy)) as database:
        assert database.execute("SELECT title FROM offices").fetchall() == [("Kinerja DPMD",)]


def test_postgresql_is_left_to_pg_dump(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://ani@db.example/himpun")
    assert main(["backup"]) == 1
    assert "pg_dump" in capsys.readouterr().err


@pytest.mark.parametrize(("asked", "ends"), [("3", 1), ("2026-TW3", 1), ("triwulan tiga", 2)])
def test_a_run_that_cannot_be_exported_is_refused(
    kept: Path, capsys: pytest.CaptureFixture[str], asked: str, ends: int
) -> None:
    assert main(["export", asked]) == ends
    assert capsys.readouterr().err


def test_doctor_goes_on_without_a_token(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("GAGAL      Token bot belum diisi — ")
    assert any(line.startswith("BAIK       Basis data terbuka") for line in lines)
    assert any(line.startswith("PERHATIAN  Kantor 1, Kinerja DPMD: kursi kosong") for line in lines)


async def test_doctor_finds_nothing_failed_on_a_sound_bot(
    telegram: Telegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    ani = telegram.person("Ani")
    group = telegram.group("Kinerja DPMD", [ani], [ani])
    group.add_bot(ani)
    monkeypatch.setenv("BOT_TOKEN", telegram.bot.token)
    monkeypatch.setenv("BOT_API_URL", telegram.url)
    async with SqlStore(Settings.load().database) as store, store.work() as uow:
        await uow.offices.add(group.id, group.title, "token", "kalender")
    lines = await examination(Settings.load())
    assert [str(line) for line in lines if line.mark == Mark.FAILED] == []
    assert any("Hak di grup Kinerja DPMD" in line.what for line in lines)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("SOP_FILE", "[sop]", "SOP — SOP belum dapat dipakai"),
        ("CALENDAR_FILE", "zona = 1", "Kalender kantor — Kalender belum dapat dipakai"),
    ],
)
def test_doctor_reads_the_files_as_a_start_would(
    bare: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    content: str,
    said: str,
) -> None:
    (bare / "isi.toml").write_text(content)
    monkeypatch.setenv(name, str(bare / "isi.toml"))
    assert main(["doctor"]) == 1
    assert f"GAGAL      {said}" in capsys.readouterr().out


def own_file(bare: Path, office: str, name: str, content: str) -> Path:
    file = bare / "data" / "kantor" / office / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, "utf-8")
    return file


def test_doctor_tells_faults_in_own_files_and_goes_on_with_the_rest(
    kept: Path, bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own_file(bare, "1", "kalender.toml", 'zona = "Asia/Makassar"\njam = "pagi"\n')
    own_file(bare, "7", "kalendar.toml", "")
    own_file(bare, "bappeda", "sop.toml", "")
    assert main(["doctor"]) == 1
    said = capsys.readouterr().out
    assert "GAGAL      Kantor 1, Kinerja DPMD: data/kantor/1/kalender.toml — Kalender" in said
    assert "• Baris 2, jam: " in said
    assert "kalender belum dapat dipakai (milik kantor ini)" in said
    assert "PERHATIAN  Kantor 1, Kinerja DPMD: kursi kosong" in said
    assert "PERHATIAN  data/kantor/7: tidak ada kantor dengan nomor ini" in said
    assert "PERHATIAN  data/kantor/7: tidak dibaca kalendar.toml" in said
    assert "PERHATIAN  data/kantor/bappeda: tidak dibaca" in said


def test_run_refuses_an_office_s_faulty_file_before_telegram_is_asked(
    kept: Path, bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("BOT_API_URL", "http://127.0.0.1:9")  # nobody answers there
    own_file(bare, "1", "kalender.toml", 'jam = "pagi"\n')
    assert main(["run"]) == 1
    said = capsys.readouterr().err
    assert "Berkas data/kantor/1/kalender.toml milik kantor 1 (Kinerja DPMD)." in said
    assert "• Baris 1, jam: " in said


def test_doctor_tells_a_damaged_database(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (kept / "himpun.db").write_bytes(b"bukan basis data " * 100)
    assert main(["doctor"]) == 1
    assert "GAGAL      Basis data — " in capsys.readouterr().out
