"""Papers read back as a person reads them: their words and their looks."""

import pypdfium2


def pages_of(paper: bytes) -> list[str]:
    """The words of each page, with single spaces."""
    with pypdfium2.PdfDocument(paper) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def words_of(paper: bytes) -> str:
    """All words of the paper."""
    return " ".join(pages_of(paper))


def pictures_of(paper: bytes, dots_per_inch: int = 150) -> list:
    """Each page as a picture."""
    with pypdfium2.PdfDocument(paper) as document:
        return [page.render(scale=dots_per_inch / 72).to_pil() for page in document]


def flat(text: str) -> str:
    """The text with single spaces and no line breaks."""
    return " ".join(text.split())
