"""The recap as a workbook: summary, capaian, registers, analysis, charts, documents, origins."""

from bot.rules.recap import Recap
from bot.rules.signing import Signing


def recap_workbook(recap: Recap, signing: Signing | None = None) -> bytes:
    """The .xlsx file; the same bytes for the same recap. No act is told that is not recorded."""
    from bot.papers.recap_sheets import build  # heavy: openpyxl

    return build(recap, signing or Signing())
