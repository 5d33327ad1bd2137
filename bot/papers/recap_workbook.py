"""The recap as a workbook: summary, capaian, registers, analysis, charts, documents, origins."""

from dataclasses import replace

from bot.rules.recap import Recap
from bot.rules.signing import Signing
from bot.rules.stationery import Stationery


def recap_workbook(
    recap: Recap, signing: Signing | None = None, stationery: Stationery | None = None
) -> bytes:
    """The .xlsx file under the office's kop; the same bytes for the same values. No act is told
    that is not recorded."""
    from bot.papers.recap_sheets import build  # heavy: openpyxl

    bears = stationery or Stationery(recap.head)
    return build(replace(recap, head=bears.head), signing or Signing(), bears.size)
