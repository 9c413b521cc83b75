"""The chain of events: any change, removal, insertion or exchange is found, and where."""

from copy import deepcopy
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from pst.rules.audit import FIELDS, GENESIS, event_hash, first_break


def a_chain(length: int) -> list[dict]:
    """Events as they would have been written one after the other."""
    chain: list[dict] = []
    for number in range(length):
        event = {name: "" for name in FIELDS} | {
            "id": number,
            "at": datetime(2026, 11, 23, 2, number),
            "actor": 1,
            "facts": {"n": number},
            "previous": chain[-1]["hash"] if chain else GENESIS,
        }
        chain.append(event | {"hash": event_hash(event)})
    return chain


def test_an_untouched_chain_is_whole():
    assert first_break(a_chain(5)) is None


@given(st.integers(0, 5), st.sampled_from(("note", "actor_name", "verb", "facts", "at")))
def test_a_changed_field_is_found_where_it_was_changed(place, name):
    chain = a_chain(6)
    chain[place][name] = {"n": 99} if name == "facts" else datetime(2020, 1, 1) if name == "at" else "changed"

    assert first_break(chain)["id"] == place


@given(st.integers(0, 4))
def test_a_removed_event_is_found_at_its_successor(place):
    chain = a_chain(6)

    removed = chain[:place] + chain[place + 1 :]

    assert first_break(removed)["id"] == place + 1


@given(st.integers(0, 4))
def test_two_events_in_exchanged_order_are_found(place):
    chain = a_chain(6)
    chain[place], chain[place + 1] = chain[place + 1], chain[place]

    assert first_break(chain) is not None


def test_an_event_put_in_is_found_even_with_a_hash_of_its_own():
    chain = a_chain(4)
    forged = deepcopy(chain[1]) | {"id": 99, "note": "forged"}
    forged["hash"] = event_hash(forged)

    assert first_break([*chain[:2], forged, *chain[2:]])["id"] == 99
