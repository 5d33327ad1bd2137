import tomllib

import pytest

from bot.rules.toml_lines import line_near, lines_of, refused_line

TEXT = """\
zona = "Asia/Makassar"
[jam]
senin = ["07.30-12.00"]
"selasa" = []

[[musim]]
nama = "Ramadan"
[musim.jam]
senin = []

[[musim]]
  nama="Lebaran"
jam.rabu = []
[[musim.dasar]]
nomor = 1
[[musim.dasar]]
nomor = 2
[[libur]]
alasan = '''
tanggal = 3
[jam]
'''
tanggal = 2026-11-30
daftar = [
    "sebutan = 1",
]
sebutan = ""
"""


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("zona", 1),
        ("jam", 2),
        ("jam.senin", 3),
        ("jam.selasa", 4),  # in quotes
        ("musim[1]", 6),
        ("musim[1].jam", 8),
        ("musim[1].jam.senin", 9),
        ("musim[2].nama", 12),
        ("musim[2].jam.rabu", 13),  # dotted
        ("musim[2].dasar[1].nomor", 15),
        ("musim[2].dasar[2].nomor", 17),
        ("libur[1].tanggal", 23),  # not the one within the long text
        ("libur[1].sebutan", 27),  # nor a text of a list
        ("libur[2]", None),
    ],
)
def test_a_key_is_found_where_an_editor_shows_it(place: str, line: int | None) -> None:
    assert lines_of(TEXT).get(place) == line


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("jam.senin", 3),
        ("jam.kamis", 2),  # a missing key: its table
        ("musim[2].dasar[2].nama", 16),
        ("jam[4].nama", 2),  # an entry of an inline list: the list
        ("sop.nama", None),
    ],
)
def test_a_key_without_a_line_stands_by_what_holds_it(place: str, line: int | None) -> None:
    assert line_near(place, lines_of(TEXT)) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a = 1\nb = \nc = 3\n", 2),
        ("a = 1\n\nb = [", 3),  # "at end of document"
        ("a = 1\nb = 2\nb = 3\n", 3),
    ],
)
def test_what_tomllib_refuses_is_told_with_its_line(text: str, line: int) -> None:
    with pytest.raises(tomllib.TOMLDecodeError) as refused:
        tomllib.loads(text)
    assert refused_line(refused.value, text) == line
