"""The whole SOP, from an empty group to the posted recap, for two offices and two databases."""

import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from bot import wiring
from bot.rehearsal.day import office_day
from bot.rehearsal.theatre import Play, theatre


@pytest.mark.slow
async def test_a_whole_day_ends_with_the_recap_of_the_example_figures(play: Play) -> None:
    async with theatre(play) as stage:
        recap = await office_day(stage)
        assert recap.file is not None
        book = load_workbook(io.BytesIO(recap.file.content), data_only=True)
        said = {str(cell.value) for sheet in book for row in sheet for cell in row}
        assert {"84.28", "81.69"} <= said or "84,28%" in " ".join(said)
        await stage.sees(stage.group, "84,28%")


@pytest.mark.slow
async def test_another_office_s_sop_runs_the_same_day(play: Play) -> None:
    banten = wiring.SOPS / "dpmd_banten.toml"
    async with theatre(replace(play, sop_file=banten)) as stage:
        recap = await office_day(stage)
        assert recap.chat is stage.cast["kadis"].chat


@pytest.mark.slow
async def test_the_same_day_runs_on_postgresql(play: Play, postgresql_url: str) -> None:
    async with theatre(replace(play, database_url=postgresql_url)) as stage:
        recap = await office_day(stage)
        assert recap.file is not None
