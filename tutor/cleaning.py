r"""The one cleaner of text that others chose: what is left can neither steer a terminal nor hide anything.

| what                                                            | becomes                               |
|-----------------------------------------------------------------|---------------------------------------|
| letters, accents, combining marks, CJK, symbols, private use    | kept: they are the text               |
| newline, tab                                                    | kept by `clean`, escaped by `one_line`|
| `\r\n`, `\r`, vertical tab, form feed                           | a newline: what they stand for        |
| whole escape sequences (colours, titles, links)                 | removed: looks, no text               |
| other control characters, a lone ESC                            | `\x07`                                |
| changes of writing direction, U+2028, U+2029                    | `\u202e`                              |
| zero-width and other unseen characters, tags, non-characters    | `\u200b`, `\U000e0041`                |
| joiners between emoji, or between letters of scripts with them  | kept: they spell family emoji, Persian|
| variation selectors straight after a symbol                     | kept: they only choose its picture    |
| a byte of a name that is not UTF-8                              | `\xff`; another lone surrogate `\ud800` |
| a byte-order mark at the start                                  | removed: a mark of the file, not text |

The escapes are Python's own, pure ASCII, and nothing in them is escaped again.
Flags of regions (tags after a flag) are shown escaped: they cannot be told from text that is smuggled so.
"""

from __future__ import annotations

import re

_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])")
_LINE_END = re.compile(r"\r\n?|[\x0b\x0c]")
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    r"\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    r"\U00013430-\U0001345f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_JOINED = re.compile("[\u0600-\u0dff\u2190-\u2bff\U0001f000-\U0001faff]")
_PICTURED = re.compile("[#*0-9\u00a9-\u00ae\u203c-\u3299\U0001f000-\U0001faff]")
_JOINERS, _SELECTORS = "\u200c\u200d", "\ufe0e\ufe0f"


def clean(text: str) -> str:
    """`text` safe to show on one or several lines, by the table above."""
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_END.sub("\n", _SEQUENCE.sub("", text.removeprefix("\ufeff")))
    return _UNSEEN.sub(_visible, text)


def one_line(text: str) -> str:
    r"""The same for a name, a path or a cell of a table: line ends and tabs are shown as `\n` and `\t`."""
    if text.isascii() and text.isprintable():
        return text
    text = _SEQUENCE.sub("", text).replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    return _UNSEEN.sub(_visible, text)


def _visible(found: re.Match[str]) -> str:
    char, at, text = found[0], found.start(), found.string
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    joined = text[max(0, at - 2) : at].rstrip(_SELECTORS)[-1:]
    if char in _JOINERS and _JOINED.match(joined) and _JOINED.match(after):
        return char
    if char in _SELECTORS and _PICTURED.match(before):
        return char
    code = ord(char)
    if 0xDC80 <= code <= 0xDCFF:  # how Python carries a byte of a name that is not UTF-8
        return f"\\x{code - 0xDC00:02x}"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
