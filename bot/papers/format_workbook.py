"""The format as workbooks: one for each seat to fill in, one with everything to read and change."""

from collections.abc import Mapping

from bot.rules.carrying import LastValues
from bot.rules.forms import FormMark, OfficeFormat
from bot.rules.periods import Period
from bot.texts import formats
from bot.texts import workbooks as words


def seat_workbook(
    office_format: OfficeFormat,
    seat_key: str,
    seat_title: str,
    period: Period,
    office_title: str,
    mark: FormMark,
    last: LastValues = (),
) -> bytes:
    """What one seat fills in: its own indicators, with the last values noted, and the registers."""
    from bot.papers.format_sheets import build_for_seat  # heavy: openpyxl

    name = formats.period(period)
    lines = (words.subtitle(office_title, name), words.responsible_line(seat_title))
    return build_for_seat(
        office_format.of(seat_key),
        {seat_key: seat_title},
        lines,
        words.seat_instructions(name, seat_title),
        period,
        mark,
        last,
    )


def master_workbook(
    office_format: OfficeFormat,
    seat_titles: Mapping[str, str],
    period: Period,
    office_title: str,
    mark: FormMark,
) -> bytes:
    """All indicators; its yellow cells are the format itself (read_format reads them back)."""
    from bot.papers.format_sheets import build_whole  # heavy: openpyxl

    name = formats.period(period)
    lines = (words.subtitle(office_title, name), words.WHOLE_FORMAT)
    instructions = words.master_instructions(name)
    return build_whole(office_format.indicators, seat_titles, lines, instructions, period, mark)
