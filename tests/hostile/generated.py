"""Cases that no editor would save: odd encodings, enormous or unreadable text."""

from __future__ import annotations

import random

RIGHT = """\
import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, float)))
"""
WRONG = "def sigmoid(z):\n    return 0.25\n"
LATIN = 'text = "é"\n'

GENERATED: dict[str, tuple[str, bytes]] = {
    "empty": ("failed, unwritten: ", b""),
    "only_blanks": ("failed, unwritten", b"   \n\t\n\x0c\n   "),
    "no_newline_at_the_end": ("passed", RIGHT.rstrip().encode()),
    "windows_newlines": ("passed", RIGHT.replace("\n", "\r\n").encode()),
    "old_mac_newlines": ("passed", RIGHT.replace("\n", "\r").encode()),
    "mixed_newlines": ("passed", RIGHT.replace("\n", "\r\n", 2).encode()),
    "byte_order_mark": ("passed", b"\xef\xbb\xbf" + RIGHT.encode()),
    "two_byte_order_marks": ("failed: not valid Python", b"\xef\xbb\xbf" * 2 + RIGHT.encode()),
    "latin_1_declared": ("passed", b"# coding: latin-1\n" + (LATIN + RIGHT).encode("latin-1")),
    "latin_1_undeclared": ("failed: UTF-8", (LATIN + RIGHT).encode("latin-1")),
    "coding_unknown": ("failed: readable text", b"# coding: klingon\n" + RIGHT.encode()),
    "coding_against_the_mark": ("failed: readable text", b"\xef\xbb\xbf# coding: latin-1\n" + RIGHT.encode()),
    "coding_of_another_kind": ("failed", b"# coding: rot13\n" + RIGHT.encode()),
    "utf_16": ("failed", RIGHT.encode("utf-16")),
    "utf_32_without_mark": ("failed", RIGHT.encode("utf-32-le")),
    "utf_7_declared": ("passed, failed", b"# coding: utf-7\n" + RIGHT.encode("utf-7")),
    "null_bytes": ("failed", b"x = 1\n\x00\n" + RIGHT.encode()),
    "random_bytes": ("failed", random.Random(1).randbytes(5000)),
    "a_picture": ("failed", b"\x89PNG\r\n\x1a\n" + random.Random(2).randbytes(3000)),
    "a_compiled_file": ("failed", b"\xa7\r\r\n" + bytes(12) + b"\xe3" + random.Random(3).randbytes(500)),
    "zero_width_space": ("failed: line 4", RIGHT.replace("def ", "def\u200b ").encode()),
    "curly_quotes": ("failed: line 1", "x = “text”\n".encode() + RIGHT.encode()),
    "right_to_left_override": ("passed", ("# \u202eneddih\u202c\n" + RIGHT).encode()),
    "letters_that_look_alike": ("failed: sigmoid", RIGHT.replace("sigmoid", "sigmоid").encode()),
    "letters_that_are_alike": ("passed", RIGHT.replace("def sigmoid", "def 𝐬igmoid").encode()),
    "form_feeds": ("passed", RIGHT.replace("\n\n", "\n\x0c\n").encode()),
    "tabs_and_blanks": ("failed: not valid Python", b"def sigmoid(z):\n\tx = 1\n        return x\n"),
    "indentation": ("failed: line 3", b"def sigmoid(z):\n    x = 1\n   return x\n"),
    "no_body": ("failed: not valid Python", b"def sigmoid(z):\n"),
    "no_colon": ("failed: line 1", b"def sigmoid(z)\n    return 1\n"),
    "open_bracket": ("failed: line 2", b"def sigmoid(z):\n    return (1 + \n"),
    "open_quotes": ("failed: not valid Python", b'def sigmoid(z):\n    """Text.\n    return 1\n'),
    "backslash_at_the_end": ("failed: not valid Python", b"def sigmoid(z):\n    return 1 + \\"),
    "return_outside": ("failed: line 1", b"return 1\n"),
    "await_outside": ("failed: line 2", b"def sigmoid(z):\n    return await z\n"),
    "python_2": ("failed: line 2", b"def sigmoid(z):\n    print z\n"),
    "braces": ("failed: not a chance", b"from __future__ import braces\n"),
    "conflict_marks": ("failed: line 1", b"<<<<<<< HEAD\n" + RIGHT.encode() + b"=======\n"),
    "a_notebook": ("failed", b'{"cells": [{"cell_type": "code", "source": ["def sigmoid(z): null"]}]}'),
    "magic_command": ("failed: line 1", b"%matplotlib inline\n" + RIGHT.encode()),
    "shell_prompt": ("failed: line 1", b">>> def sigmoid(z):\n...     return 1\n"),
    "many_brackets": ("failed: not valid Python", b"x = " + b"(" * 50_000 + b")" * 50_000 + b"\n"),
    "many_minus_signs": ("failed: nested too deeply", b"x = " + b"-" * 200_000 + b"1\n"),
    "many_additions": ("failed, passed, timed_out", b"x = 1" + b"+1" * 100_000 + b"\n" + RIGHT.encode()),
    "many_attributes": ("failed, timed_out", b"x = y" + b".y" * 100_000 + b"\n"),
    "many_lambdas": ("failed: nested too deeply", b"x = " + b"lambda: " * 50_000 + b"1\n"),
    "many_open_quotes": ("failed", b"'" + b"\\'" * 400_000 + b"\n"),
    "many_comparisons": ("passed", b"x = 1" + b"<2" * 50_000 + b"\n" + RIGHT.encode()),
    "deep_indentation": (
        "failed: not valid Python",
        b"".join(b" " * k + b"if 1:\n" for k in range(150)) + b" " * 150 + b"x = 1\n",
    ),
    "long_number": ("failed", b"x = " + b"9" * 200_000 + b"\n"),
    "long_name": ("passed", b"x" * 200_000 + b" = 1\n" + RIGHT.encode()),
    "long_line": ("passed", b"x = '" + b"a" * 800_000 + b"'\n" + RIGHT.encode()),
    "long_comment": ("passed", b"# " + b"a" * 800_000 + b"\n" + RIGHT.encode()),
    "many_lines": ("passed", b"#\n" * 300_000 + RIGHT.encode()),
    "many_statements": ("passed, timed_out", b"x = 1\n" * 20_000 + RIGHT.encode()),
    "too_long": ("failed: at most 1 MB", b"# " + b"a" * 1_100_000 + b"\n" + RIGHT.encode()),
    "far_too_long": ("failed: at most 1 MB", bytes(30_000_000)),
}
"""Name -> (what is expected, content)."""
