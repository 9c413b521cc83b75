"""One way to add, change and remove an entry, told on the sentences, which ask nothing more."""

from dataclasses import replace
from datetime import date

import pytest

from pst.actions import lists
from pst.actions.office.holidays import HOLIDAYS
from pst.actions.office.sentences import SENTENCES
from pst.actions.seen import ChangedMeanwhile, mark_of
from pst.models.audit import Event
from pst.models.office.holidays import HolidayRow
from pst.models.office.sentences import Sentence
from pst.rules.refusals import Refusal
from tests.factories import WHEN, an_officer, user

pytestmark = pytest.mark.usefixtures("db")

SCHEDULE = {"block": 3, "heading": "Jadwal", "text": "Mulai sesudah surat terbit."}


def admin():
    return user("admin")


def a_sentence() -> Sentence:
    return lists.add(SENTENCES, SCHEDULE, admin(), WHEN)


REST = {"kind": "condition", "done": "", "rules": "", "use": "offered"}


def test_an_entry_comes_changes_and_goes_with_its_events():
    row = a_sentence()
    lists.change(SENTENCES, row, {"block": None, "text": "Mulailah kemudian."}, admin(), WHEN)
    lists.remove(SENTENCES, row, admin(), WHEN)

    assert Sentence.select().count() == 0
    assert [(event.verb, event.facts) for event in Event.of("sentence", str(row.id))] == [
        ("create", {"to": {**REST, **SCHEDULE}}),
        (
            "change",
            {"from": {"block": 3, "text": SCHEDULE["text"]}, "to": {"block": None, "text": "Mulailah kemudian."}},
        ),
        ("remove", {"from": {**REST, **SCHEDULE, "block": None, "text": "Mulailah kemudian."}}),
    ]


def test_what_stays_as_it_is_leaves_no_event():
    row = a_sentence()

    lists.change(SENTENCES, row, SCHEDULE, admin(), WHEN)

    assert [event.verb for event in Event.select()] == ["create"]


def test_a_line_loses_needless_blanks_and_a_text_keeps_its_lines():
    row = lists.add(SENTENCES, {"block": None, "heading": "  Dua   kata ", "text": " Satu,\n\ndua.  "}, admin(), WHEN)

    assert (row.heading, row.text) == ("Dua kata", "Satu,\n\ndua.")


def test_days_are_kept_as_events_can_hold_them():
    assert HOLIDAYS.kept(HolidayRow(day=date(2026, 12, 2), name="Pilkades", kind="local"))["day"] == "2026-12-02"


def test_of_two_people_at_one_entry_the_second_is_told():
    row = a_sentence()
    shown = mark_of(SENTENCES.kept(row))
    lists.change(SENTENCES, row, {"text": "Dua."}, admin(), WHEN, shown)

    with pytest.raises(ChangedMeanwhile) as refusal:
        lists.change(SENTENCES, row, {"text": "Tiga."}, an_officer(), WHEN, shown)
    with pytest.raises(ChangedMeanwhile):
        lists.remove(SENTENCES, row, an_officer(), WHEN, shown)

    assert refusal.value.now["text"] == Sentence.get_by_id(row.id).text == "Dua."


def test_an_entry_that_has_gone_is_neither_changed_nor_removed_again():
    row = a_sentence()
    lists.remove(SENTENCES, row, admin(), WHEN)

    for late in (
        lambda: lists.change(SENTENCES, row, {"text": "Empat."}, an_officer(), WHEN),
        lambda: lists.remove(SENTENCES, row, an_officer(), WHEN),
    ):
        with pytest.raises(Refusal, match="Kalimat ini sudah dihapus oleh Agus Administrator"):
            late()


def test_who_removed_it_is_known_and_of_what_never_was_nothing():
    row = a_sentence()
    assert SENTENCES.who_removed(str(row.id)) == ""
    lists.remove(SENTENCES, row, admin(), WHEN)

    assert SENTENCES.who_removed(str(row.id)) == "Kalimat ini sudah dihapus oleh Agus Administrator."
    assert SENTENCES.who_removed("99") == ""


def test_a_guard_refuses_the_whole_and_what_follows_knows_what_changed():
    def refuse(row: Sentence, before: dict) -> None:
        if row.heading == "Terlarang":
            raise Refusal("Bukan pokok ini.", "heading")

    followed: list[frozenset[str]] = []
    guarded = replace(SENTENCES, guard=refuse, follow=lambda row, changed: followed.append(changed))
    row = lists.add(guarded, SCHEDULE, admin(), WHEN)

    with pytest.raises(Refusal, match="Bukan pokok ini"):
        lists.change(guarded, row, {"heading": "Terlarang", "text": "Lain."}, admin(), WHEN)
    lists.change(guarded, row, {"text": "Lain."}, admin(), WHEN)

    assert (Sentence.get().heading, followed[1:]) == ("Jadwal", [frozenset({"text"})])
    assert [event.verb for event in Event.select()] == ["create", "change"]
