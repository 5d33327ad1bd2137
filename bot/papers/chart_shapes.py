"""Native charts of Excel, with what they show cached in them: a phone's preview draws no others.

Labels come from cells and from plain words, never from formulas.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from openpyxl.chart import BarChart, LineChart
from openpyxl.chart.data_source import (
    AxDataSource,
    NumData,
    NumDataSource,
    NumRef,
    NumVal,
    StrData,
    StrRef,
    StrVal,
)
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.marker import DataPoint
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties

from bot.papers.cells import plain_text

PERCENT = "0.00;;"  # a bar of nothing has no label
COUNT = "0;;"
SMALL = 800  # hundredths of a point
PALE = "D9DEE3"


@dataclass(frozen=True, slots=True)
class Strip:
    """Cells of one column: `ref` like 'Grafik'!$A$5:$A$9, and what stands in them."""

    ref: str
    values: Sequence[Decimal | str]


@dataclass(frozen=True, slots=True)
class Line:
    """One series: its name in the legend, its values, its colour (RRGGBB)."""

    name: str
    values: Strip
    colour: str
    each: Sequence[str] = ()  # colours of the single points, where they differ


def bars(title: str, names: Strip, lines: Sequence[Line], code: str = PERCENT) -> Any:
    """Lying bars, the first name on top; several lines share each name's place."""
    chart = BarChart()
    chart.type, chart.overlap, chart.gapWidth = "bar", 100, 45
    _fill(chart, title, names, lines, code)
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.crosses = "max"
    chart.y_axis.scaling.min = 0
    if len(lines) == 1:
        chart.legend = None
    return chart


def curves(title: str, names: Strip, lines: Sequence[Line]) -> Any:
    chart = LineChart()
    _fill(chart, title, names, lines, PERCENT)
    for series, line in zip(chart.series, lines, strict=True):
        series.marker.symbol, series.smooth = "circle", False
        series.marker.graphicalProperties = GraphicalProperties(solidFill=line.colour)
        series.graphicalProperties.line.solidFill = line.colour
        series.dLbls.position = "t"
    return chart


def _fill(chart: Any, title: str, names: Strip, lines: Sequence[Line], code: str) -> None:
    chart.title = title
    chart.title.tx.rich.p[0].r[0].rPr = CharacterProperties(sz=1100, b=True)
    chart.series = [_series(place, names, line, code) for place, line in enumerate(lines)]
    for axis in (chart.x_axis, chart.y_axis):
        axis.delete = False
        axis.txPr = _small()
    chart.y_axis.number_format = "0"
    chart.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill=PALE))
    if chart.legend is not None:
        chart.legend.position = "b"
        chart.legend.txPr = _small()


def _series(place: int, names: Strip, line: Line, code: str) -> Any:
    series = Series(
        idx=place,
        order=place,
        tx=SeriesLabel(v=plain_text(line.name)),
        cat=AxDataSource(strRef=_texts(names)),
        val=NumDataSource(numRef=_numbers(line.values, code)),
        spPr=GraphicalProperties(solidFill=line.colour),
    )
    series.dPt = [
        DataPoint(idx=n, invertIfNegative=False, spPr=GraphicalProperties(solidFill=colour))
        for n, colour in enumerate(line.each)
    ]
    series.dLbls = DataLabelList(
        numFmt=code, showVal=True, showSerName=False, showCatName=False, showLegendKey=False,
        showPercent=False, txPr=_small(),
    )  # fmt: skip
    return series


def _texts(strip: Strip) -> Any:
    points = [StrVal(idx=n, v=plain_text(str(text))) for n, text in enumerate(strip.values)]
    return StrRef(f=strip.ref, strCache=StrData(ptCount=len(points), pt=points))


def _numbers(strip: Strip, code: str) -> Any:
    points = [
        NumVal(idx=n, v=repr(float(value)))
        for n, value in enumerate(strip.values)
        if isinstance(value, Decimal)
    ]
    return NumRef(
        f=strip.ref, numCache=NumData(formatCode=code, ptCount=len(strip.values), pt=points)
    )


def _small() -> Any:
    shape = ParagraphProperties(defRPr=CharacterProperties(sz=SMALL))
    return RichText(p=[Paragraph(pPr=shape, endParaRPr=CharacterProperties(sz=SMALL))])
