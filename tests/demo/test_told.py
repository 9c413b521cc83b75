"""An example complaint goes its way by the real actions."""

import pytest

from pst.actions.complaints.complaints import Filing
from pst.demo.case import World
from pst.demo.told import Told
from pst.models.audit import Event
from pst.models.complaints.complaints import Complaint
from pst.models.complaints.publications import Publication
from pst.rules import numbering
from pst.rules.complaints.complaints import Kind, Privacy
from tests.factories import SITE, WHEN, a_store, user
from tests.factories_complaints import VAULT

pytestmark = pytest.mark.usefixtures("db")
FILING = Filing(
    kind=Kind.COMPLAINT,
    privacy=Privacy.NAMED,
    channel="phone",
    title="Kursi kurang",
    text="Kursi di ruang tunggu kurang.",
    name="Badu Umpama",
)


@pytest.fixture
def told():
    people = {"petugas1": user("petugas"), "petugas2": user("petugas2")}
    return Told(World(people, a_store(), SITE), VAULT, FILING, "petugas1")


def test_every_verb_leaves_its_event_and_the_code_opens_it(told):
    told.file(WHEN)
    told.verify("petugas1", Kind.ORDINARY, "facilities", "petugas1", WHEN)
    told.note("petugas1", "Kursi dipesan.", WHEN)
    told.say("Masih kurang.", WHEN)
    told.take("answer", "petugas1", "Kursi sudah ditambah.", WHEN)
    told.not_resolved("Masih dua orang berdiri.", WHEN)
    told.take("answer", "petugas1", "Ditambah lagi.", WHEN)
    told.accept(5, "Cukup.", WHEN)
    told.publish("petugas1", "petugas2", "Kursi tunggu", "Kursi kurang.", "Kursi ditambah.", WHEN)

    row = Complaint.by_code(numbering.hash_code(told.code))
    verbs = [event.verb for event in Event.of("complaint", row.number)]
    assert verbs == ["file", "verify", "answer", "not_resolved", "answer", "accept", "prepare", "publish"]
    assert (row.status, row.rating, row.entered_by_id) == ("closed", 5, user("petugas").id)
    assert [it.title for it in Publication.published()] == ["Kursi tunggu"]


def test_one_from_the_site_was_entered_by_nobody_and_can_be_withdrawn(told):
    told.by = ""
    told.file(WHEN)

    told.withdraw("Sudah selesai.", WHEN)

    row = Complaint.by_code(numbering.hash_code(told.code))
    assert (row.status, row.entered_by_id) == ("withdrawn", None)


def test_a_duplicate_and_an_escalation_point_where_they_should(told):
    other = Told(told.world, VAULT, FILING)
    told.file(WHEN)
    other.file(WHEN)

    other.mark_duplicate("petugas1", told, "Sudah ditangani.", WHEN)
    told.escalate("petugas1", "head", "Perlu keputusan.", WHEN)

    assert Event.latest("complaint", other.complaint.number).facts == {"of": told.complaint.number}
    assert Complaint.get_by_id(told.complaint.id).escalated_to == "head"
