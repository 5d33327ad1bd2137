from datetime import UTC, datetime

import pytest

from bot.texts import rehearsals

START = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)


def test_a_rehearsal_says_first_that_its_people_and_its_clock_are_made_up() -> None:
    said = rehearsals.opening(START, "Asia/Makassar")
    assert said.startswith("Gladi: pegawai, surat dan angkanya rekaan")
    assert said.endswith("mulai Senin, 23 November 2026 pukul 07.30 WITA.")


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (None, "[12] 23 Nov 07.30 Irban I mengirim versi perbaikan"),
        (4, "[12] 23 Nov 07.30 Irban I mengirim versi perbaikan (langkah 4)"),
    ],
)
def test_each_line_has_its_number_the_rehearsed_time_and_the_seat(
    course, step: int | None, said: str
) -> None:
    act = rehearsals.act(course.run.sop.seat("irban-1"), rehearsals.MENDS, step)
    assert rehearsals.progress(12, START, "Asia/Makassar", act) == said


def test_a_hand_in_tells_for_which_kinds_there_is_nothing(course) -> None:
    kinds = course.run.sop.kinds[1:3]
    assert rehearsals.hands_in_with_nihil(kinds).endswith(", nihil untuk LHE, nihil untuk TLHP")
    assert "nihil" not in rehearsals.hands_in_with_nihil(())


def test_the_summary_tells_the_counts_of_the_played_day_and_what_they_count() -> None:
    counts = rehearsals.counted(41, 9, 0)
    assert "41 tindakan pegawai" in counts
    assert "9 pesan baru sistem di grup" in counts
    assert "0 panggilan ditolak karena terlalu cepat (429)" in counts
    assert "perbaikan, dan keterlambatan" in counts
    steps = ["Perintah", "Himpun"]
    said = rehearsals.summary("Triwulan III 2026", steps, "Rekap", [], counts, 312)
    assert f"1. Perintah: selesai\n2. Himpun: selesai\n\nRekap\n\n{counts}\n" in said
    assert said.endswith("Panggilan Bot API: 312\n")
    acts = ["Sekretaris: paraf tercatat", "Kepala: persetujuan tercatat"]
    told = rehearsals.summary("Triwulan III 2026", steps, "Rekap", acts, counts, 312)
    assert f"- {acts[0]}\n- {acts[1]}\n\n{counts}" in told
