import json

import pytest

from bot.rules.messages import Attachment, Button, Message, Style

MESSAGES = [
    Message(""),
    Message("<b>Papan</b> & “kutip” 🤔", ask="Alasan"),
    Message("Berkas", attachment=Attachment("a.pdf", file_id="AgAC", media="photo")),
    Message(
        "Mohon",
        (
            (Button("Terima", "terima:5:1", style=Style.SUCCESS), Button("Buka", url="https://t")),
            (Button("Kembalikan", "kembali:5:1", style=Style.DANGER),),
        ),
        Attachment("b.xlsx", "3f2a"),
    ),
]


@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_comes_back_from_json_as_it_was(message: Message) -> None:
    kept = json.loads(json.dumps(message.to_json()))
    assert Message.from_json(kept) == message
