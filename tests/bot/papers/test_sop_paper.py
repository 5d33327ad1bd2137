import io
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from pypdf import PdfReader

from bot.papers.sop_paper import ACTIVITY, Paper, in_pieces, paper_data, sop_paper
from bot.rules.sop import Approving, Limit, Role, Sop, Step, StepKind
from bot.rules.sop_cover import cover
from bot.rules.sop_file import parse_sop
from bot.rules.stationery import Stationery
from bot.rules.worktime import WorkUnit
from bot.texts.formats import plain_day
from bot.texts.sop_paper import annex as annex_of
from bot.wiring import SHIPPED_SOP
from tests.bot.papers.pictures import picture

DATED = datetime(2026, 11, 23, tzinfo=UTC)
SIZES = {Paper.F4: (609, 935), Paper.A4: (595, 841)}  # points
LONG = "Mengoordinasikan pertanggungjawaban/penatausahaan dengan masing-masing penanggungjawab"


@pytest.fixture(scope="module")
def banten() -> Sop:
    return parse_sop((SHIPPED_SOP.parent / "dpmd_banten.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def wide(jeneponto: Sop) -> Sop:
    """Fourteen columns and forty steps, every post long; one step has more words than a page."""
    keys = [f"peran-{n}" for n in range(14)]
    roles = tuple(Role(key, f"{LONG} {key}", f"Kepala Bidang {key}") for key in keys)
    kind = replace(jeneponto.kinds[0], handed_in_by="peran-13", collector="peran-2")
    limit = Limit(90_000, WorkUnit.MINUTE)
    kinds = {1: StepKind.ORDER, 38: StepKind.COLLECT, 39: StepKind.COMPILE, 40: StepKind.ANALYSE}

    def step(n: int) -> Step:
        actors = ("peran-2",) if n == 38 else (keys[n * 5 % 14],)
        words = f"{LONG} {'serta ' * (400 if n == 7 else 1)}selesai{n}"
        what = kinds.get(n, StepKind.CONVEY)
        return Step(n, words, what, actors, ("peran-13",), LONG, limit, f"keluaran{n}")

    many = tuple(map(step, range(1, 41)))
    return replace(jeneponto, roles=roles, kinds=(kind,), steps=many, approving=Approving())


@pytest.fixture(scope="module")
def wide_pages(wide: Sop) -> list[str]:
    return pages(sop_paper(wide, DATED))


def pages(pdf: bytes) -> list[str]:
    """The words of every page, on one line, its line ends within words taken out."""
    return [" ".join(p.extract_text().split()) for p in PdfReader(io.BytesIO(pdf)).pages]


def solid(text: str) -> str:
    """Without blanks, hyphens and marks where a word may break, which a narrow column adds."""
    return re.sub("[\\s\u200b\u00ad-]", "", text)


def printed_cover(told: Mapping[str, tuple[str | date, ...]]) -> list[str]:
    values = [value for several in told.values() for value in several]
    return [plain_day(value) if isinstance(value, date) else value for value in values]


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("name", ["jeneponto", "banten"])
def test_a_shipped_sop_is_a_cover_upright_and_its_flow_table_and_annex_lying(
    request: pytest.FixtureRequest, name: str, paper: Paper
) -> None:
    read = PdfReader(io.BytesIO(sop_paper(request.getfixturevalue(name), DATED, paper)))
    sizes = [(int(p.mediabox.width), int(p.mediabox.height)) for p in read.pages]
    assert sizes == [SIZES[paper], *[SIZES[paper][::-1]] * 3]


@pytest.mark.parametrize("name", ["jeneponto", "banten"])
def test_all_that_a_shipped_sop_says_of_itself_and_its_steps_is_printed(
    request: pytest.FixtureRequest, name: str
) -> None:
    sop = request.getfixturevalue(name)
    first, second, *_ = map(solid, pages(sop_paper(sop, DATED)))
    assert all(solid(said) in first for said in (*printed_cover(cover(sop)), *sop.head, sop.name))
    for step in sop.steps:
        told = (step.activity, step.completeness, f"{step.limit.amount}menit", step.output)
        assert all(solid(said) in second for said in told)
        assert all(solid(sop.role(actor).title) in second for actor in step.actors)
    assert "Jumlahwaktubaku:1.460menitkerja" in second


@pytest.mark.parametrize("name", ["jeneponto", "banten"])
def test_what_the_cover_and_the_table_have_no_place_for_stands_in_the_annex(
    request: pytest.FixtureRequest, name: str
) -> None:
    sop = request.getfixturevalue(name)
    _, _, *annex = map(solid, pages(sop_paper(sop, DATED)))
    found = "".join(annex)
    told = [cell for _, (_, _, rows) in annex_of(sop) for row in rows for cell in row]
    assert len(told) > 100
    assert all(solid(cell) in found for cell in told)


def test_the_office_s_own_kop_and_logo_stand_on_the_cover(banten: Sop) -> None:
    own = Stationery(("PEMERINTAH KABUPATEN CONTOH", "DINAS CONTOH"), picture(40, 40))
    read = PdfReader(io.BytesIO(sop_paper(banten, DATED, Paper.F4, own)))
    first = read.pages[0]
    assert "DINAS CONTOH" in first.extract_text()
    assert banten.head[0] not in first.extract_text()
    assert len(first.images) == 1


def test_what_a_sop_lacks_is_a_dotted_line_and_nothing_is_made_up(banten: Sop) -> None:
    data = paper_data(banten, Paper.F4)
    assert [value for _, value in data["identity"]] == [""] * 5
    assert data["approver"] == ""
    assert [said for pair in data["fields"] for _, said in pair] == [[]] * 6
    first = pages(sop_paper(banten, DATED))[0]
    assert re.search(r"Tanggal efektif\s*\.{9,}", first)
    assert re.search(r"Dasar hukum\s*\.{9,}", first)


def test_the_approver_and_the_notes_of_steps_are_printed_where_the_file_has_them(
    jeneponto: Sop,
) -> None:
    text = jeneponto.source.replace('nomor = ""', 'nomor = "000.8/1"\ndisahkan_oleh = "Bupati X"')
    text = text.replace("nomor = 2\n", 'nomor = 2\nketerangan = "Melalui nota dinas"\n')
    first, second, *annex = pages(sop_paper(parse_sop(text), DATED))
    assert "000.8/1" in first
    assert "Bupati X" in first
    assert "Melalui nota dinas" in second
    assert "Keterangan langkah 2 Melalui nota dinas" in annex[-1]


def test_the_same_sop_gives_the_same_bytes(jeneponto: Sop) -> None:
    assert sop_paper(jeneponto, DATED) == sop_paper(jeneponto, DATED)


@pytest.mark.slow
def test_a_table_over_many_pages_repeats_its_headings_and_is_joined_by_connectors(
    wide_pages: list[str],
) -> None:
    cover_page, *lying = wide_pages
    found = [page for page in lying if "Mutu baku" in page]
    assert "STANDAR OPERASIONAL PROSEDUR" in cover_page
    assert len(found) > 5
    assert all("Kelengkapan" in page and "Pelaksana" in page for page in found)
    assert "Lampiran: ketentuan pelaksanaan" in lying[len(found)]
    for n, (here, following) in enumerate(pairwise(found), 2):
        letter = re.search(rf"Bersambung ke halaman {n + 1} \((\w+)\)", here)
        assert letter is not None
        assert f"Sambungan dari halaman {n} ({letter[1]})" in following
    assert "Bersambung" not in found[-1]


def test_a_table_of_two_pages_names_the_page_that_it_goes_on_at(jeneponto: Sop) -> None:
    first, *steps = jeneponto.steps
    conveyed = [replace(steps[0], number=n) for n in range(2, 9)]
    last = [replace(step, number=n) for n, step in enumerate(steps[1:], 9)]
    _, here, following, *_ = pages(
        sop_paper(replace(jeneponto, steps=(first, *conveyed, *last)), DATED)
    )
    assert "Bersambung ke halaman 3 (A)" in here
    assert "Sambungan dari halaman 2 (A)" in following
    assert "Mutu baku" in following


@pytest.mark.slow
def test_no_word_of_forty_steps_is_lost(wide_pages: list[str]) -> None:
    found = solid(" ".join(wide_pages))
    assert [n for n in range(1, 41) if f"selesai{n}" not in found] == []
    assert [n for n in range(1, 41) if f"keluaran{n}" not in found] == []
    assert found.count("serta") == 439


def test_words_that_no_row_holds_go_on_in_rows_that_the_flow_passes_through(wide: Sop) -> None:
    rows = paper_data(wide, Paper.F4)["rows"]
    parts = [row for row in rows if "serta serta" in row["cells"][0]]
    assert len(parts) == len(in_pieces(wide.step(7).activity, ACTIVITY)) > 3
    assert [bool(row["doing"]) for row in parts] == [True, *[False] * (len(parts) - 1)]
    assert {row["leave"] for row in parts} == {(35 % 14,)}
