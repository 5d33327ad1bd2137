"""The recap as a workbook: summary, capaian with live formulas, registers, analysis, documents."""

from bot.rules.recap import Recap


def recap_workbook(recap: Recap) -> bytes:
    """The .xlsx file; the same bytes for the same recap."""
    from bot.papers.recap_sheets import build  # heavy: openpyxl

    return build(recap)
