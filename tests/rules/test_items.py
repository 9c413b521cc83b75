"""What is asked, declared once."""

from dataclasses import dataclass

import pytest

from pst.rules.items import asked, items_of, shaped
from pst.rules.refusals import Refusal


@dataclass(frozen=True)
class Shop:
    """A shop that decides two things."""

    name: str = asked("Nama", "Toko", required=True)
    shelves: int = asked("Rak", 3, kind="number", limits=(1, 9))


def test_a_field_is_what_it_declares_and_its_default_is_the_value():
    items = items_of(Shop)

    assert [(item.code, item.label, item.default) for item in items.values()] == [
        ("name", "Nama", "Toko"),
        ("shelves", "Rak", 3),
    ]
    assert (items["shelves"].limits, Shop().shelves, Shop(name="Warung").name) == ((1, 9), 3, "Warung")


def test_a_shape_is_kept_as_typed_or_refused_with_its_reason():
    area = shaped(r"\d{4}", "Empat angka.")

    assert area("6104") == "6104"
    with pytest.raises(Refusal, match=r"Empat angka\."):
        area("61041")
