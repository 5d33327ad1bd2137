from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.rules.chasing_hardcopies import Lack
from bot.rules.hardcopies import LONGEST, Hardcopy, PrintedPaper, Scan, Standing
from bot.rules.messages import Message
from bot.rules.periods import Period
from bot.rules.print_codes import made_code
from bot.rules.printed import PaperKind
from bot.rules.run import Run
from bot.rules.sop import Sop
from bot.texts import hardcopies as texts
from bot.texts import hardcopy_digests as digests

NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
ZONE = "Asia/Makassar"
CODE = made_code("rekap")
PAPER = PrintedPaper(1, 1, 1, PaperKind.RECAP, "", "aa", CODE, "Rekap <TW III>", NOW, NOW)
HELD = replace(PAPER, hardcopy=Hardcopy(NOW, 7, "lemari <2>"), scan=Scan("d", "s.pdf", NOW, 7))


@pytest.mark.parametrize(
    ("paper", "told"),
    [
        (PAPER, "dicetak 24 Nov 10.00; fisik: belum diterima; pindaian belum ada"),
        (HELD, "dicetak 24 Nov 10.00; fisik: lemari &lt;2&gt;; pindaian ada"),
        (
            replace(PAPER, hardcopy=Hardcopy(NOW, 7, "")),
            "dicetak 24 Nov 10.00; fisik: diterima, tempat belum dicatat; pindaian belum ada",
        ),
    ],
)
def test_both_twins_are_told_in_one_line(paper: PrintedPaper, told: str) -> None:
    assert texts.how_it_stands(paper, ZONE) == told


def test_the_list_names_each_paper_with_its_code_and_what_was_replaced() -> None:
    assert texts.listed([], 0, ZONE) == []
    _, line, older = texts.listed([Standing(PAPER)], 2, ZONE)
    assert line.startswith(f"   • Rekap &lt;TW III&gt; — kode {CODE}: ")
    assert "2 cetakan terdahulu" in older
    many = texts.listed([Standing(HELD)] * 200, 0, ZONE)
    assert sum(map(len, many)) < texts.ROOM + 200
    assert "lainnya" in many[-1]


def test_only_scans_that_are_there_have_a_button() -> None:
    assert texts.scan_buttons([Standing(PAPER)]) == ()
    [[button]] = texts.scan_buttons([Standing(PAPER), Standing(HELD)])
    assert button.label == f"Pindaian {CODE}"
    assert texts.scan_buttons([Standing(HELD)], gone={"d"}) == ()


def test_a_scan_that_was_destroyed_is_told_and_not_sent() -> None:
    assert "pindaian telah dimusnahkan menurut JRA" in texts.how_it_stands(HELD, ZONE, {"d"})
    assert texts.scan_again(Standing(HELD), ZONE, {"d"}).attachment is None
    assert texts.scan_again(Standing(HELD), ZONE, ()).attachment is not None


def test_a_replaced_paper_names_the_newest() -> None:
    newer = replace(PAPER, code=made_code("baru"))
    assert newer.code in texts.filed([Standing(HELD, newer)]).text
    assert newer.code in texts.ask_place([Standing(PAPER, newer)], (), None).text
    assert newer.code in texts.scan_again(Standing(HELD, newer), ZONE, ()).text
    assert "digantikan" not in texts.filed([Standing(HELD)]).text


def test_the_newest_names_the_older_ones_whose_hardcopy_is_kept() -> None:
    newest = replace(PAPER, id=2, code=made_code("baru"), hardcopy=Hardcopy(NOW, 7, "rak 1"))
    one = Standing(newest, older=(HELD,))
    kept = f"Cetakan lama yang telah digantikan, kode {CODE}: lemari &lt;2&gt;"
    assert kept in texts.filed([one]).text
    assert kept in "".join(texts.listed([one], 1, ZONE))


def test_a_bundle_is_told_paper_by_paper_with_what_was_not_received() -> None:
    minutes = replace(PAPER, id=2, code=made_code("acara"), title="Berita acara")
    told = texts.filed([Standing(HELD), Standing(HELD)], [minutes]).text
    assert told.count(f"(kode {CODE}): lemari &lt;2&gt;") == 2
    assert told.endswith(f"belum tercatat diterima:\n• Berita acara (kode {minutes.code})")
    many = texts.ask_place([Standing(HELD, minutes)] * 200, [minutes] * 200, None).text
    assert len(many) < 4096


def test_the_digest_stands_alone_or_below_what_else_is_told(jeneponto: Sop) -> None:
    run = Run(1, 1, Period("triwulan", 2026, 3), jeneponto, NOW)
    lacking = [(run, [Lack(PaperKind.CONTROL), Lack(PaperKind.RECAP, PAPER)])]
    alone = digests.with_lacks(None, "Kasubbag", lacking, date(2026, 12, 1)).text
    assert alone.startswith("Yth. Bapak/Ibu Kasubbag. Rangkuman Selasa, 1 Desember 2026:")
    assert "• kartu kendali: belum dicetak (/cetak)" in alone
    assert f"• Rekap &lt;TW III&gt; (kode {CODE})" in alone
    below = digests.with_lacks(Message("Di atas."), "Kasubbag", lacking, date(2026, 12, 1)).text
    assert below.startswith("Di atas.\n")
    assert "Yth." not in below


def test_the_longest_place_fits() -> None:
    longest = replace(HELD, hardcopy=Hardcopy(NOW, 7, "x" * LONGEST))
    assert "x" * LONGEST in texts.filed([Standing(longest)]).text
