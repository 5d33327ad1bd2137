from bot.texts import notices

LONG = "laporan & <lampiran> " * 300


def test_answers_to_a_tap_fit_it() -> None:
    for answer in (notices.recorded(), notices.accepted(60), notices.reason_awaited()):
        assert 0 < len(answer) <= 200
    assert notices.accepted(3) == "3 berkas disetujui. Terima kasih."


def test_a_fault_is_told_safely_and_shortly(read) -> None:
    assert read(notices.fault("galat <x>", "beat & outbox")) == (
        "Gangguan sistem: galat <x> (beat & outbox). Rincian ada di log."
    )
    read(notices.fault(LONG, LONG))


def test_what_was_lost_is_asked_for_again(read) -> None:
    assert "Mohon mengirimkannya kembali." in read(notices.not_recorded())
    read(notices.remark_kept())
