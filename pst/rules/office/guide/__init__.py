"""The guide: one short page per task. A page is a file here; this list says in which order they are read."""

from collections.abc import Iterable

from pst.rules.office.guide import (
    after_the_letter,
    approving,
    backing_up,
    before_applying,
    complaining,
    correcting,
    drafting,
    evaluating,
    examining,
    filling_in,
    founding,
    from_files,
    handling_complaints,
    letter_book,
    pairing_kiosks,
    serving_visitors,
    standing_in_for_the_head,
    tracking,
    visiting,
    working_together,
)
from pst.rules.office.guide.page import Page, Reader
from pst.rules.roles import Role

GUIDE: tuple[Page, ...] = tuple(
    module.PAGE
    for module in (
        *(before_applying, filling_in, working_together, correcting, tracking, after_the_letter),
        *(visiting, complaining),
        *(examining, evaluating, drafting, letter_book, handling_complaints, serving_visitors),
        *(approving, standing_in_for_the_head),
        *(founding, from_files, backing_up, pairing_kiosks),
    )
)


def shelves(roles: frozenset[Role]) -> list[tuple[Reader, list[Page]]]:
    """The pages these roles may read, by whom they help."""
    open_to = [page for page in GUIDE if page.reader.is_one_of(roles)]
    return [(reader, [page for page in open_to if page.reader == reader]) for reader in _readers(open_to)]


def find(name: str, roles: frozenset[Role]) -> Page | None:
    """The page of this name, if these roles may read it."""
    return next((page for page in GUIDE if page.name == name and page.reader.is_one_of(roles)), None)


def page_of(rooms: Iterable[str], roles: frozenset[Role]) -> Page | None:
    """The page that tells what is done in the first of these rooms that any page tells of."""
    open_to = [page for page in GUIDE if page.reader.is_one_of(roles)]
    return next((page for room in rooms for page in open_to if room in page.rooms), None)


def _readers(pages: Iterable[Page]) -> list[Reader]:
    return list(dict.fromkeys(page.reader for page in pages))
