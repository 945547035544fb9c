"""Small grey-level images in rows: two pixels to a cell in colour, else two characters to a pixel."""

from __future__ import annotations

from itertools import zip_longest
from math import ceil, isfinite

from tutor.figures.cells import Colour, Line, Run, fitted, line_width, merged, side_by_side, wrapped
from tutor.figures.looks import Look, ink, shade, signed_shade
from tutor.figures.traces import HUGE, as_float
from tutor.model import Picture
from tutor.records import record

Image = list[list[float]]
_GAP = 2
_LONGEST_CAPTION = 18


@record
class Scale:
    """What the shades mean."""

    low: float
    high: float
    signed: bool

    @classmethod
    def of(cls, images: list[Image], signed: bool) -> Scale:
        """One scale for all images: from the lowest to the highest value, around 0 if it is signed."""
        values = [value for image in images for row in image for value in row if isfinite(value)] or [0.0]
        low, high = max(-HUGE, min(values)), min(HUGE, max(values))
        if signed:
            reach = max(abs(low), abs(high)) or 1.0
            return cls(-reach, reach, True)
        return cls(low, high if high > low else low + (abs(low) or 1.0), False)

    def share(self, value: float) -> float:
        """Where a value stands: 0 to 1, or -1 to 1 on a signed scale; what lies beyond, at the ends."""
        if self.signed:
            return max(-1.0, min(1.0, value / self.high))
        return max(0.0, min(1.0, (value - self.low) / (self.high - self.low)))

    def colour(self, share: float) -> Colour:
        """The shade of a share."""
        return signed_shade(share) if self.signed else shade(share)


def draw_pictures(figure: Picture, width: int, height: int, look: Look) -> list[Line]:
    """The images side by side with their captions, and the scale of their shades."""
    images = [[[as_float(value) for value in row] for row in image] for image in figure.images]
    widest = max((len(row) for image in images for row in image), default=0)
    lines: list[Line] = [[Run(fitted(figure.title, width))]] if figure.title else []
    if not widest:
        return [*lines, [Run("no images", "dim")]]
    scale = Scale.of(images, figure.signed)
    size = ceil(widest * (1 if look.shaded else 2) / width)
    images = [_reduced(image, size) for image in images]
    zoom = _zoom(images, width, height, look)
    blocks = [_block(_magnified(image, zoom), scale, look) for image in images]
    captions = [*figure.captions, *[""] * len(blocks)][: len(blocks)]
    lines += side_by_side(list(map(_captioned, blocks, captions)), width, _GAP)
    return [*lines, _legend(scale, look), *_notes(images, size, width)]


def _reduced(image: Image, size: int) -> Image:
    """The means of squares of `size` pixels, for an image too wide for the screen."""
    if size < 2:
        return image
    tops = range(0, len(image), size)
    return [
        [_mean(image[top : top + size], left, size) for left in range(0, len(image[top]), size)]
        for top in tops
    ]


def _mean(rows: list[list[float]], left: int, size: int) -> float:
    values = [value for row in rows for value in row[left : left + size]]
    return sum(value / len(values) for value in values)


def _zoom(images: list[Image], width: int, height: int, look: Look) -> int:
    """The largest magnification at which all images can be seen at once."""
    tall, wide = max(map(len, images)), max(len(row) for image in images for row in image)
    for zoom in (3, 2) if look.shaded else ():
        per_row = (width + _GAP) // (wide * zoom + _GAP)
        if per_row and ceil(len(images) / per_row) * (ceil(tall * zoom / 2) + 2) + 2 <= height:
            return zoom
    return 1


def _magnified(image: Image, zoom: int) -> Image:
    return [[value for value in row for _ in range(zoom)] for row in image for _ in range(zoom)]


def _captioned(block: list[Line], caption: str) -> list[Line]:
    room = max([_LONGEST_CAPTION, *map(line_width, block)])
    return [*block, [Run(fitted(caption, room))]] if caption else block


def _block(image: Image, scale: Scale, look: Look) -> list[Line]:
    if not look.shaded:
        return [[Run("".join(_characters(value, scale, look) for value in row), "ink")] for row in image]
    rows = [*image, *[[]] * (len(image) % 2)]
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return [merged([_cell(top, bottom, scale) for top, bottom in zip_longest(*pair)]) for pair in pairs]


def _cell(above: float | None, below: float | None, scale: Scale) -> Run:
    """One pixel over another; either may be missing, and what is no number is a cross."""
    pixels = (above, below)
    if any(value is not None and not isfinite(value) for value in pixels):
        return Run("×", "dim")
    top, bottom = (None if value is None else scale.colour(scale.share(value)) for value in pixels)
    return Run("▀", "ink", top, bottom) if top else Run("▄", "ink", bottom)


def _characters(value: float, scale: Scale, look: Look) -> str:
    """Two characters for a pixel: ink, or a sign and ink."""
    return _inked(scale.share(value), scale, look) if isfinite(value) else "??"


def _inked(share: float, scale: Scale, look: Look) -> str:
    mark = ink(abs(share), look.ramp)
    if not scale.signed or mark == " ":
        return mark * 2
    return ("-" if share < 0 else "+") + mark


def _legend(scale: Scale, look: Look) -> Line:
    """The shades from the lowest to the highest value, with the numbers at the ends."""
    shares = [at / 6 for at in range(-6 if scale.signed else 0, 7)]
    if look.shaded:
        steps = [Run(" ", "ink", None, scale.colour(share)) for share in shares]
    else:
        steps = [Run(_inked(share, scale, look), "ink") for share in shares]
    high = f"{scale.high:+.3g}" if scale.signed else f"{scale.high:.3g}"
    return [Run(f"scale: {scale.low:.3g} ", "dim"), *steps, Run(f" {high}", "dim")]


def _notes(images: list[Image], size: int, width: int) -> list[Line]:
    said = []
    if size > 1:
        said.append(f"drawn smaller: each dot is the mean of {size} x {size} pixels")
    if any(not isfinite(value) for image in images for row in image for value in row):
        said.append("some pixels are not finite numbers")
    return [[Run(line, "dim")] for sentence in said for line in wrapped(sentence, width)]
