"""The chain of events: any change, removal, insertion or exchange is found, and where."""

from copy import deepcopy
from datetime import datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pst.rules.audit import FIELDS, GENESIS, event_hash, first_break, row_seal

KEY = b"kunci kantor"


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
        chain.append(event | {"hash": event_hash(event, KEY)})
    return chain


def test_an_untouched_chain_is_whole():
    assert first_break(a_chain(5), KEY) is None


@given(st.integers(0, 5), st.sampled_from(("note", "actor_name", "verb", "facts", "at")))
def test_a_changed_field_is_found_where_it_was_changed(place, name):
    chain = a_chain(6)
    chain[place][name] = {"n": 99} if name == "facts" else datetime(2020, 1, 1) if name == "at" else "changed"

    assert first_break(chain, KEY)["id"] == place


@given(st.integers(0, 4))
def test_a_removed_event_is_found_at_its_successor(place):
    chain = a_chain(6)

    removed = chain[:place] + chain[place + 1 :]

    assert first_break(removed, KEY)["id"] == place + 1


@given(st.integers(0, 4))
def test_two_events_in_exchanged_order_are_found(place):
    chain = a_chain(6)
    chain[place], chain[place + 1] = chain[place + 1], chain[place]

    assert first_break(chain, KEY) is not None


def test_an_event_put_in_is_found_even_with_a_hash_of_its_own():
    chain = a_chain(4)
    forged = deepcopy(chain[1]) | {"id": 99, "note": "forged"}
    forged["hash"] = event_hash(forged, KEY)

    assert first_break([*chain[:2], forged, *chain[2:]], KEY)["id"] == 99


def test_a_chain_welded_anew_without_the_key_is_found_where_the_new_begins():
    chain = a_chain(4)
    chain[2]["note"] = "forged"
    for before, event in pairwise(chain[1:]):
        event["previous"] = before["hash"]
        event["hash"] = event_hash(event, b"another key")

    assert first_break(chain, KEY)["id"] == 2


def test_any_column_of_a_letter_changes_its_seal():
    assert len({row_seal(values) for values in (["B-1", "revoked"], ["B-1", "issued"], ["B-1", None])}) == 3
