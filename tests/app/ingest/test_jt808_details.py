"""What a person sees of messages that carry no position: names, answers, what is asked."""

import pytest

from app.ingest import jt808
from app.ingest.jt808_names import MESSAGES

CASES = (
    (0x0001, 2013, "004883000 0", {"answers": "0x8300", "answers_serial": 72, "result": 0}),
    (
        0x0104,
        2019,
        "0048 02 0000000104 0000003c",
        {"answers_serial": 72, "body": "0200000001040000003c"},
    ),
    (0x8003, 2013, "0005 02 0002 0004", {"first_serial": 5, "packets": [2, 4]}),
    (0x8003, 2019, "0005 0002 0002 0004", {"first_serial": 5, "packets": [2, 4]}),
    (0x8202, 2013, "001e 00000e10", {"period_s": 30, "validity_s": 3600}),
    (0x8300, 2013, "01 c4e3bac3", {"text": "你好"}),
    (0x8300, 2019, "01 01 c4e3bac3", {"text": "你好"}),
    (0x0003, 2013, "", {}),
    (0x0104, 2013, "00", {"body": "00"}),
)


@pytest.mark.parametrize(("message_id", "version", "body", "expected"), CASES)
def test_a_message_is_named_and_its_fields_are_told(message_id, version, body, expected) -> None:
    data = bytes.fromhex(body.replace(" ", ""))
    frame = jt808.parse(jt808.build(message_id, "138", 1, data, version))
    told = jt808.details(frame)
    assert told["name"] == MESSAGES[message_id]
    assert {name: told[name] for name in expected} == expected
    message = jt808.interpret(frame)
    assert not message.valid
    assert (message.error is None) == (data != b"\x00")
