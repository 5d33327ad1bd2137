import pytest


@pytest.fixture
def asked(course):
    """Step 4 since Monday 07.50: handing in is due 14.50, collecting on Tuesday 08.20."""
    return course.at("2026-11-23 07:50").to_step(4)
