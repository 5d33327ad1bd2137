"""What is alike on every sheet of an office: paper, kop with logo, foot with code and QR."""

import base64
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.papers.printable import Drawing
from bot.papers.typeset import typeset_pdf
from bot.rules.fingerprint import fingerprint
from bot.rules.printed import PaperKind, PrintCode
from bot.rules.stationery import Stationery
from bot.texts import printed

PNG = b"\x89PNG"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper of a run that is ready to be set. `subject` tells those of one kind apart: a seat or
    a document's id, empty where the run has one. `data["sheet"]` is of sheet_data without a code.
    """

    kind: PaperKind
    subject: str
    title: str
    template: str
    data: Mapping[str, Any]
    at: datetime

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of what the paper says, whatever kop it stands under."""
        said = {key: value for key, value in self.data.items() if key != "sheet"}
        return fingerprint({"kind": self.kind, "subject": self.subject, "said": said})


def set_sheet(sheet: Sheet, code: PrintCode | None = None) -> bytes:
    """The PDF; the same bytes for the same sheet and code. Raises TypesetFault."""
    frame = {**sheet.data["sheet"], "code": code_data(code)}
    return typeset_pdf(sheet.template, {**sheet.data, "sheet": frame}, sheet.at)


def sheet_data(stationery: Stationery, titles: Sequence[str], running: str) -> dict[str, Any]:
    """For templates/lembar.typ: `titles` stand in the middle under the kop, `running` in the foot
    of each page."""
    return {
        "paper": stationery.size.value,
        "head": list(stationery.head),
        "logo": picture(stationery.logo),
        "titles": list(titles),
        "running": running,
        "page": [printed.PAGE, printed.OF],
        "code": None,
    }


def code_data(code: PrintCode | None) -> dict[str, str] | None:
    return {"text": code.code, "qr": qr_code(code.payload)} if code else None


def qr_code(payload: str) -> Drawing:
    """Level H, the highest: of a photographed code some may be dirty or folded away."""
    import segno

    drawn = io.BytesIO()
    segno.make_qr(payload, error="h").save(drawn, kind="svg", border=2, xmldecl=False)
    return Drawing(drawn.getvalue().decode())


def picture(content: bytes) -> Drawing:
    """A PNG or JPEG inside an SVG, since what a template is given is text; empty for none."""
    if not content:
        return Drawing("")
    media = "png" if content.startswith(PNG) else "jpeg"
    coded = base64.b64encode(content).decode()
    return Drawing(
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        'width="100" height="100">'
        f'<image width="100" height="100" xlink:href="data:image/{media};base64,{coded}"/></svg>'
    )
