"""himpun doctor sets a sample by each template that an office changed."""

from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.resources import files

import pytest

from bot.calendars.file import load_calendar
from bot.commands.examining_templates import examine_templates, why_not
from bot.commands.faults import sentence_of
from bot.papers.format_file import SHIPPED as FORMAT
from bot.papers.format_file import parse_format
from bot.papers.own_templates import SHIPPED, Templates, use
from bot.papers.typeset import TypesetFault
from bot.rules.sop_file import parse_sop
from bot.rules.stationery import Stationery
from bot.texts.examination import Line, Mark
from bot.usecases.examine_offices import WorksBy
from bot.usecases.sample_papers import sample_papers

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
SOPS = files("bot.sops")
PARTS = {"sop-ukuran.typ", "nomor.typ"}  # of sop.typ, and of the bundle
WORKS = WorksBy(
    parse_sop((SOPS / "dpmd_jeneponto.toml").read_text("utf-8")),
    load_calendar(),
    "Asia/Makassar",
    "kalender.toml",
)


@pytest.fixture(autouse=True)
def only_here() -> Iterator[None]:
    yield
    use(SHIPPED)


def examined(**changed: str) -> list[Line]:
    use(Templates({f"{name}.typ": text.encode() for name, text in changed.items()}))
    return list(examine_templates(WORKS, NOW))


def shipped(name: str) -> str:
    return (files("bot.papers") / "templates" / name).read_text("utf-8")


def test_where_none_is_changed_nothing_is_said() -> None:
    assert examined() == []


def test_a_sound_change_is_good_and_one_that_no_paper_takes_in_is_named() -> None:
    seen, good = examined(kop=shipped("kop.typ"), koop=shipped("kop.typ"))
    assert (seen.mark, seen.what) == (Mark.CARE, "Templat kantor koop.typ belum diperiksa")
    assert (good.mark, good.what) == (Mark.GOOD, "Templat kantor dapat dipakai: kop.typ")


def test_a_broken_one_is_named_with_its_fault() -> None:
    (bad,) = examined(kop="#tidak-ada-nama")
    assert bad.mark == Mark.FAILED
    assert "kop.typ" in bad.what
    assert "unknown variable" in bad.todo


def test_every_template_that_makes_a_page_has_a_sample_that_can_be_set() -> None:
    form = parse_format((SOPS / FORMAT).read_text("utf-8"))
    assert WORKS.sop is not None
    assert WORKS.calendar is not None
    samples = list(sample_papers(WORKS.sop, WORKS.calendar, form, Stationery(), NOW))
    assert [sample.template for sample in samples if why_not(sample)] == []
    pages = {each.name for each in (files("bot.papers") / "templates").iterdir()}
    pages = {name for name in pages if "sys.inputs" in shipped(name)} - PARTS
    assert pages - {sample.template for sample in samples} == set()


def test_a_paper_that_cannot_be_set_sends_who_called_to_doctor() -> None:
    said = sentence_of(TypesetFault("unknown variable: tidak-ada")) or ""
    assert "unknown variable: tidak-ada" in said
    assert "himpun doctor" in said
