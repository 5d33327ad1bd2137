from dataclasses import replace

import pytest

from bot.rules.run import Run
from tests.bot.conftest import Course
from tests.bot.papers.periksa.packs import Files, whole_pack


@pytest.fixture
def run(course: Course) -> Run:
    return replace(course.run, documents=())


@pytest.fixture
def files(run: Run) -> Files:
    return whole_pack(run)
