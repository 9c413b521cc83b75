"""What was erased does not come to life again from a backup that is older."""

from datetime import timedelta

import pytest

from pst.actions import audit
from pst.actions.complaints import identities
from pst.actions.frontdesk import visits
from pst.actions.office import erased, erasures, restore
from pst.actions.office.backup import DATABASE, make_backup
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.complaints.identities import Identity
from pst.models.erasures import Erasure
from pst.models.frontdesk.visits import Visitor
from pst.models.submissions.submissions import Submission
from pst.rules.personal import ERASED_NAME
from tests.factories import WHEN, user
from tests.factories_complaints import a_complaint
from tests.factories_desk import a_visit

LATER = WHEN + timedelta(days=1)


@pytest.fixture
def lived_on(office, store, tmp_path_factory):
    """A backup of an office, and what was erased in that office afterwards; nothing of it is told beside it yet."""
    visit, complaint = a_visit(), a_complaint()
    erasures.ask(user("pemohon"), "Sudah pindah.", WHEN)
    folder = tmp_path_factory.mktemp("luar")
    made = make_backup(office, folder / "cadangan", WHEN)

    erasures.grant(Erasure.find(Erasure.latest_of(user("pemohon").id).id), "", user("admin"), LATER, store)
    visits.forget_visitor(Visitor.of_visit(visit), user("petugas"), LATER)
    identities.forget_identity(complaint, LATER)
    return made.folder


def erased_again(told, before, store) -> int:
    return erased.erase_again(told, before, LATER + timedelta(hours=1), store)


@pytest.mark.parametrize("told", ["beside the backup", "by the data it replaced"])
def test_people_who_were_erased_since_are_erased_again_once(lived_on, office, store, told):
    if told == "beside the backup":
        assert (erased.tell(lived_on.parent), erased.tell(lived_on.parent)) == (3, 0)
    beside = erased.told_in(lived_on.parent)
    aside = restore.restore(lived_on, office, LATER, replace=True)
    person = user("pemohon")
    before = None if beside else aside / DATABASE

    assert [erased_again(beside, before, store) for _ in range(2)] == [3, 0]

    assert User.get_by_id(person.id).name == ERASED_NAME
    assert [(row.granted, row.said) for row in Erasure.select()] == [(True, "")]
    assert (Visitor.select().count(), Identity.select().count(), Submission.drafts_of(person.id)) == (0, 0, [])
    assert audit.find_tampering() == []


def test_another_person_who_got_the_number_later_stays_and_a_damaged_list_erases_nobody(lived_on, office, store):
    erased.tell(lived_on.parent)
    restore.restore(lived_on, office, LATER, replace=True)
    with write():
        User.update(created_at=LATER + timedelta(hours=1)).where(User.id == user("pemohon").id).execute()
    assert erased_again(erased.told_in(lived_on.parent), None, store) == 2
    assert user("pemohon").active

    (lived_on.parent / erased.LIST).write_text("7\naccount semua kemarin\nletter 1 2026-11-29\n")
    assert erased_again(erased.told_in(lived_on.parent), None, store) == 0


def test_a_list_that_cannot_be_read_is_not_written_anew(lived_on):
    place = lived_on.parent / erased.LIST
    place.mkdir()

    with pytest.raises(OSError, match="directory"):
        erased.tell(lived_on.parent)

    assert place.is_dir()
