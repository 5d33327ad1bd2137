import pytest

from bot.rehearsal.telegram.errors import ApiError
from bot.rehearsal.telegram.html import parse_html

# Messages of TDLib's own parser; offsets are bytes, and each of the houses has four.
REFUSED = [
    ('<div>x</div>', 'Unsupported start tag "div" at byte offset 0'),
    ("a < b", 'Unsupported start tag "" at byte offset 2'),
    ("<br>", 'Unsupported start tag "br" at byte offset 0'),
    ("🏟 🏟&lt;<abacaba", "Unclosed start tag at byte offset 13"),
    ("🏟 🏟&lt;<abac aba>", 'Unsupported start tag "abac" at byte offset 13'),
    ("🏟 🏟&lt;<i   =aba>", 'Empty attribute name in the tag "i" at byte offset 13'),
    (
        "🏟 🏟&lt;<i    aba>",
        'Expected equal sign in declaration of an attribute of the tag "i" at byte offset 13',
    ),
    ("🏟 🏟&lt;<i    aba  =  ", 'Unclosed start tag "i" at byte offset 13'),
    ("🏟 🏟&lt;<i    aba  =  190azAz-.,", "Unexpected end of name token at byte offset 27"),
    ('🏟 🏟&lt;<i    aba  =  "&lt;&gt;&quot;>', "Unclosed start tag at byte offset 13"),
    ("🏟 🏟&lt;</", "Unexpected end tag at byte offset 13"),
    ("🏟 🏟&lt;<b></b></", "Unexpected end tag at byte offset 20"),
    ("x</b>", "Unexpected end tag at byte offset 1"),
    ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
    ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ("<a href", 'Unclosed start tag "a" at byte offset 0'),
    ('<tg-emoji emoji-id="x">y</tg-emoji>', "Invalid custom emoji identifier specified"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "complaint"), REFUSED)
def test_wrong_html_is_refused_in_telegrams_words(source: str, complaint: str) -> None:
    with pytest.raises(ApiError) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {complaint}"


ACCEPTED = [
    ("a &lt;b&gt; &amp; &quot;c&quot; &nbsp;", 'a <b> & "c" &nbsp;', []),
    ("&#65;&#x42;", "AB", []),
    ("<b>x</b>", "x", [{"offset": 0, "length": 1, "type": "bold"}]),
    ("<STRONG>x</strong>", "x", [{"offset": 0, "length": 1, "type": "bold"}]),
    # one emoji outside the BMP counts two UTF-16 units
    ("😀<i>😀é</i>", "😀😀é", [{"offset": 2, "length": 3, "type": "italic"}]),
    ("<b></b>x", "x", []),
    (
        "<b>a<i>b</i></b>",
        "ab",
        [
            {"offset": 0, "length": 2, "type": "bold"},
            {"offset": 1, "length": 1, "type": "italic"},
        ],
    ),
    (
        '<tg-time unix="1795392000" format="dT">23 November</tg-time>',
        "23 November",
        [
            {
                "offset": 0,
                "length": 11,
                "type": "date_time",
                "unix_time": 1795392000,
                "date_time_format": "dT",
            }
        ],
    ),
    (
        "<blockquote expandable>x</blockquote>",
        "x",
        [{"offset": 0, "length": 1, "type": "expandable_blockquote"}],
    ),
    (
        "<a href='https://t.me/x?a=1&amp;b=2'>x</a>",
        "x",
        [{"offset": 0, "length": 1, "type": "text_link", "url": "https://t.me/x?a=1&b=2"}],
    ),
    ("<a href='nowhere'>x</a>", "x", []),
    ('<span class="tg-spoiler">x</span>', "x", [{"offset": 0, "length": 1, "type": "spoiler"}]),
]


@pytest.mark.parametrize(("source", "plain", "entities"), ACCEPTED)
def test_html_becomes_plain_text_and_entities(
    source: str, plain: str, entities: list[object]
) -> None:
    assert parse_html(source) == (plain, entities)
