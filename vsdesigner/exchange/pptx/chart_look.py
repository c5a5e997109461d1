"""How a chart looks: our colours and letters instead of the template's."""

from __future__ import annotations

from pptx.chart.chart import Chart
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_LEGEND_POSITION
from pptx.util import Pt

from vsdesigner.palette import LIGHT, Rgb, mix

_SERIES = (LIGHT.accent, mix(LIGHT.panel, LIGHT.faint, 0.55))


def dressed(chart: Chart, title: str, below: str) -> None:
    """Give a stacked column chart its title, legend, axes and colours; `below` names the categories."""
    chart.font.size = Pt(10)
    chart.font.color.rgb = _colour(LIGHT.muted)
    chart.has_title = True
    words = chart.chart_title.text_frame
    words.text = title
    look = words.paragraphs[0].runs[0].font
    look.size, look.bold, look.color.rgb = Pt(12), True, _colour(LIGHT.text)
    chart.has_legend = True
    if chart.legend is not None:
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 60, 100
    for series, colour in zip(plot.series, _SERIES, strict=True):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = _colour(colour)
    values, categories = chart.value_axis, chart.category_axis
    values.major_gridlines.format.line.color.rgb = _colour(LIGHT.line)
    values.format.line.fill.background()
    categories.format.line.color.rgb = _colour(LIGHT.control)
    categories.has_title = True
    name = categories.axis_title.text_frame
    name.text = below
    name.paragraphs[0].runs[0].font.size = Pt(10)
    name.paragraphs[0].runs[0].font.bold = False


def _colour(colour: Rgb) -> RGBColor:
    return RGBColor(*colour)
