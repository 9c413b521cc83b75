"""No number is given twice because a backup was put back."""

import sqlite3
from contextlib import closing
from datetime import timedelta

from pst.actions.office import restore
from pst.actions.submissions import submissions
from pst.models.audit import Event
from pst.models.base import Sequence, database, write
from tests.factories import WHEN, an_applicant


def test_what_was_given_after_the_backup_is_not_given_again(made, office):
    lost = submissions.start_draft(an_applicant(), WHEN).number
    with write():
        for _ in range(3):
            Sequence.draw("ticket-2026-11-23-A")
        Sequence.reach("letter-6104-2026", 1150)

    restore.restore(made.folder, office, WHEN, replace=True)

    following = submissions.start_draft(an_applicant(), WHEN).number
    assert following > lost and len(following) == len(lost)
    assert (Sequence.last_of("ticket-2026-11-23-A"), Sequence.last_of("letter-6104-2026")) == (3, 0)


def test_where_the_data_in_between_is_lost_the_series_leaps_in_the_new_year_too(made, office, tmp_path_factory):
    database.close()
    new_machine = tmp_path_factory.mktemp("mesin") / "baru"
    database.init(str(new_machine / "pst.sqlite3"))

    restore.restore(made.folder, new_machine, WHEN + timedelta(days=60))

    assert submissions.start_draft(an_applicant(), WHEN).number == "REK-6104-2026-1002"
    assert submissions.start_draft(an_applicant(), WHEN + timedelta(days=60)).number == "REK-6104-2027-1001"
    assert Event.get(Event.verb == "restore").note.endswith("1000 lebih tinggi.")


def test_data_that_does_not_hold_what_was_backed_up_does_not_tell_how_far_it_went(made, office):
    database.close()
    with closing(sqlite3.connect(office / "pst.sqlite3")) as other, other:
        other.execute("DROP TRIGGER event_stays")
        other.execute("UPDATE event SET hash = 'lain'")

    restore.restore(made.folder, office, WHEN, replace=True)

    assert submissions.start_draft(an_applicant(), WHEN).number == "REK-6104-2026-1002"
