"""Templates that an office lays beside its settings: what is read, and what is set by them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.papers import own_templates
from bot.papers.letterhead_picture import letterhead_picture
from bot.papers.own_templates import SHIPPED, Templates, read_templates, use
from bot.papers.typeset import TypesetFault
from bot.rules.stationery import Stationery
from bot.usecases.making import print_of

KOP = Stationery(("DINAS CONTOH",))


@pytest.fixture(autouse=True)
def only_here() -> Iterator[None]:
    yield
    use(SHIPPED)


def put(data: Path, name: str, content: str = "") -> None:
    (data / "templat").mkdir(exist_ok=True)
    (data / "templat" / name).write_text(content, "utf-8")


def test_without_the_folder_the_shipped_templates_hold(tmp_path: Path) -> None:
    assert read_templates(tmp_path) == SHIPPED
    assert SHIPPED.fingerprint == ""


def test_what_is_no_template_s_name_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_templates, "LARGEST", 20)
    for name in ("kop.typ", "Kop.typ", "kop.txt", "-x.typ", ".kop.typ"):
        put(tmp_path, name, "isi")
    put(tmp_path, "besar.typ", "x" * 21)
    (tmp_path / "templat" / "luar.typ").symlink_to("/etc/hostname")
    (tmp_path / "templat" / "dalam.typ").mkdir()
    found = read_templates(tmp_path)
    assert found.changed == {"kop.typ": b"isi"}
    others = ("-x.typ", "Kop.typ", "besar.typ", "dalam.typ", "kop.txt", "luar.typ")
    assert found.unread == others


def test_a_changed_template_takes_the_place_of_the_shipped_one_and_may_import_the_others() -> None:
    before = letterhead_picture(KOP)
    own = b'#import "warna.typ": tinta\n#set page(width: 50pt, height: 40pt)\n'
    use(Templates({"kop.typ": own}))
    after = letterhead_picture(KOP)
    assert (int.from_bytes(after[16:20]), int.from_bytes(after[20:24])) == (50, 40)
    assert after != before


def test_a_template_that_an_office_broke_is_a_fault() -> None:
    use(Templates({"lembar.typ": b"#let kop(lembar) = tidak-ada"}))
    with pytest.raises(TypesetFault):
        letterhead_picture(KOP)


def test_papers_of_a_changed_template_are_known_apart() -> None:
    shipped = print_of(letterhead_picture, (KOP,))
    use(Templates({"kop.typ": b"a"}))
    first = print_of(letterhead_picture, (KOP,))
    use(Templates({"kop.typ": b"b"}))
    assert len({shipped, first, print_of(letterhead_picture, (KOP,))}) == 3
