"""A QR code as a drawing inside the page: sharp at any size, and no request for a picture."""

from markupsafe import Markup

from pst.paper.qr import MASK


def qr_svg(address: str, label: str) -> Markup:
    """The code of `address` with its quiet zone; `label` is what screen readers say."""
    import segno

    code = segno.make(address, error="m", mask=MASK, micro=False)
    drawing = code.svg_inline(border=4, omitsize=True, svgclass="pst-qr", lineclass=None)
    named = Markup('<svg role="img" aria-label="{}" ').format(label)
    return Markup(drawing.replace("<svg ", named, 1))
