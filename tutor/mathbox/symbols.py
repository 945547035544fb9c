"""What the commands and characters of the LaTeX subset look like, and how each is spaced."""

from __future__ import annotations

import unicodedata
from typing import Literal

Kind = Literal["ord", "func", "big", "bin", "rel", "open", "close", "punct", "frac", "fence", "space", "sign"]
"""TeX's atom classes, which decide the space between neighbours (`big`: a sum, `sign`: unary)."""

_GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ",
    "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν",
    "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ", "varphi": "φ",
    "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ",
    "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
}  # fmt: skip

_ORDINARY = {
    "nabla": "∇", "partial": "∂", "infty": "∞", "ell": "ℓ", "top": "⊤", "forall": "∀", "exists": "∃",
    "emptyset": "∅", "varnothing": "∅", "dots": "…", "ldots": "…", "cdots": "⋯", "vdots": "⋮", "ddots": "⋱",
    "prime": "′", "star": "⋆", "dagger": "†", "hbar": "ℏ", "Re": "ℜ", "Im": "ℑ", "degree": "°", "neg": "¬",
    "lnot": "¬", "imath": "ı", "jmath": "ȷ", "perp": "⊥", "bot": "⊥", "angle": "∠", "triangle": "△",
    "checkmark": "✓", "%": "%", "$": "$", "#": "#", "&": "&", "_": "_",
}  # fmt: skip

_BINARY = {
    "cdot": "·", "times": "×", "div": "÷", "pm": "±", "mp": "∓", "odot": "⊙", "otimes": "⊗", "oplus": "⊕",
    "circ": "∘", "cup": "∪", "cap": "∩", "setminus": "∖", "land": "∧", "wedge": "∧", "lor": "∨", "vee": "∨",
    "ast": "∗", "bullet": "•", "bmod": "mod",
}  # fmt: skip

_RELATION = {
    "le": "≤", "leq": "≤", "leqslant": "≤", "ge": "≥", "geq": "≥", "geqslant": "≥", "neq": "≠", "ne": "≠",
    "approx": "≈", "equiv": "≡", "sim": "∼", "simeq": "≃", "cong": "≅", "propto": "∝", "ll": "≪", "gg": "≫",
    "in": "∈", "notin": "∉", "ni": "∋", "subset": "⊂", "subseteq": "⊆", "supset": "⊃", "supseteq": "⊇",
    "to": "→", "rightarrow": "→", "longrightarrow": "⟶", "leftarrow": "←", "gets": "←",
    "leftrightarrow": "↔", "Rightarrow": "⇒", "implies": "⟹", "Leftarrow": "⇐", "iff": "⟺",
    "Leftrightarrow": "⇔", "mapsto": "↦", "longmapsto": "⟼", "mid": "|", "parallel": "∥", "colon": ":",
    "coloneqq": "≔", "triangleq": "≜", "lt": "<", "gt": ">", "uparrow": "↑", "downarrow": "↓",
}  # fmt: skip

_BIG = {
    "sum": "∑", "prod": "∏", "int": "∫", "bigcup": "⋃", "bigcap": "⋂", "bigoplus": "⨁", "bigodot": "⨀"
}  # fmt: skip

_OPEN = {"{": "{", "langle": "⟨", "lfloor": "⌊", "lceil": "⌈", "lvert": "|", "lVert": "‖", "lbrace": "{"}
_CLOSE = {"}": "}", "rangle": "⟩", "rfloor": "⌋", "rceil": "⌉", "rvert": "|", "rVert": "‖", "rbrace": "}"}

FUNCTIONS = frozenset({
    "log", "ln", "lg", "exp", "sin", "cos", "tan", "sinh", "cosh", "tanh", "arcsin", "arccos", "arctan",
    "max", "min", "sup", "inf", "lim", "arg", "det", "dim", "ker", "Pr", "gcd", "limsup", "liminf",
})  # fmt: skip
LIMITS = frozenset({"max", "min", "sup", "inf", "lim", "limsup", "liminf", "Pr", "det", "gcd"})
"""Functions whose subscript stands underneath in a displayed formula, as a sum's does."""

SPACES = {",": 1, ":": 1, ";": 1, " ": 1, "!": 0, ">": 1, "quad": 2, "qquad": 4, "enspace": 1, "thinspace": 1}

ACCENTS = {
    "hat": "\u0302", "widehat": "\u0302", "bar": "\u0304", "tilde": "\u0303", "widetilde": "\u0303",
    "vec": "\u20d7", "dot": "\u0307", "ddot": "\u0308", "check": "\u030c",
}  # fmt: skip
"""Combining marks; a mark over more than one character is laid out by hand."""

ALPHABETS = {
    "mathbb": "DOUBLE-STRUCK", "mathcal": "SCRIPT", "mathscr": "SCRIPT", "mathbf": "BOLD",
    "boldsymbol": "BOLD", "bm": "BOLD", "mathfrak": "FRAKTUR",
}  # fmt: skip

_TABLES: tuple[tuple[dict[str, str], Kind], ...] = (
    (_GREEK, "ord"), (_ORDINARY, "ord"), (_BINARY, "bin"), (_RELATION, "rel"), (_BIG, "big"), (_OPEN, "open"),
    (_CLOSE, "close"),
)  # fmt: skip
COMMANDS: dict[str, tuple[str, Kind]] = {
    name: (char, kind) for table, kind in _TABLES for name, char in table.items()
}
CHARACTERS: dict[str, Kind] = {
    **{char: kind for char, kind in COMMANDS.values() if char != "|"},
    **dict.fromkeys("+-*±", "bin"),
    **dict.fromkeys("=<>:", "rel"),
    **dict.fromkeys("([", "open"),
    **dict.fromkeys(")]", "close"),
    **dict.fromkeys(",;", "punct"),
    **dict.fromkeys("|‖", "ord"),
}
"""How a character typed as itself is spaced; anything else is ordinary."""

_SUPERSCRIPT = dict(
    zip(
        "0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW⊤′βγδθφχ",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵀ′ᵝᵞᵟᶿᵠᵡ",
        strict=True,
    )
)
_SUBSCRIPT = dict(
    zip("0123456789+-=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ", strict=True)
)


def superscript(text: str) -> str | None:
    """The text in raised characters, or None if Unicode lacks one of them."""
    return _translated(text, _SUPERSCRIPT)


def subscript(text: str) -> str | None:
    """The text in lowered characters, or None if Unicode lacks one of them."""
    return _translated(text, _SUBSCRIPT)


def _translated(text: str, table: dict[str, str]) -> str | None:
    found = [table.get(char) for char in text]
    return "".join(char for char in found if char) if text and all(found) else None


def accented(char: str, mark: str) -> str:
    """One character under a combining mark, as a single code point where one exists."""
    return unicodedata.normalize("NFC", char + mark)


def styled(char: str, alphabet: str) -> str:
    """A letter or digit of one of Unicode's mathematical alphabets; the plain one where it has none."""
    form = {"Lu": "CAPITAL", "Ll": "SMALL", "Nd": "DIGIT"}.get(unicodedata.category(char), "")
    name = unicodedata.name(char, "").replace("LATIN ", "").replace("GREEK ", "").replace("LETTER ", "")
    for candidate in (f"MATHEMATICAL {alphabet} {name}", f"{alphabet} {name}"):
        try:
            return unicodedata.lookup(candidate) if form else char
        except KeyError:
            continue
    return char
