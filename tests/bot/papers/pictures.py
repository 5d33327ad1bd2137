"""Pictures for tests, drawn on the spot."""

import io

from PIL import Image


def picture(width: int, height: int, form: str = "PNG", mode: str = "RGB") -> bytes:
    """Filled with a slant of colours, so that making it smaller changes it."""
    drawn = Image.linear_gradient("L").resize((width, height)).convert(mode)
    made = io.BytesIO()
    drawn.save(made, form)
    return made.getvalue()
