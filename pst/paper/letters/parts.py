"""What a letter is made of: paragraphs, lists and tables under headings, and how its sentences end."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Paragraphs:
    """Plain paragraphs, one after another."""

    texts: tuple[str, ...]


@dataclass(frozen=True)
class Listing:
    """Items led in by a sentence that may be empty; `labels` is how the first is labelled: "a" or "1"."""

    lead: str
    items: tuple[str, ...]
    labels: str = "a"


@dataclass(frozen=True)
class Table:
    """Rows under heads. Without heads, the first cell of each row is the label of the second."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...] = ()
    """Shares of the width, one per column; for paper."""


@dataclass(frozen=True)
class Section:
    """A part of the letter; `key` is its handle in templates. The parts of the body have no heading."""

    key: str
    heading: str
    content: tuple[Paragraphs | Listing | Table, ...]
    attached: bool = False
    """Belongs to the attachment (Lampiran), which begins on a new page."""


def series(items: tuple[str, ...]) -> tuple[str, ...]:
    """Parts of one sentence, one a line: “…;”, “…; dan”, “….”"""
    bare = [item.strip().rstrip(".;,") for item in items]
    ends = [";"] * (len(bare) - 2) + ["; dan"] * (len(bare) > 1) + ["."]
    return tuple(item + end for item, end in zip(bare, ends, strict=True)) if bare else ()


def sentences(items: tuple[str, ...]) -> tuple[str, ...]:
    """Whole sentences, each ending with a full stop unless it ends in a mark of its own."""
    return tuple(
        item if item.endswith((".", "?", "!", ":")) else f"{item}." for item in (part.strip() for part in items)
    )
