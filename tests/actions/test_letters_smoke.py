from tests.factories import *
from pst.models.letters import Letter
from pst.actions.letter_facts import thaw, freeze
import time


def test_it(db, store):
    s = a_submission(Status.AWAITING_SIGNATURE)
    t = time.time()
    from pst.actions import letters

    l = letters.issue(s, user("kepala"), WHEN, store, SITE)
    print(time.time() - t)
    print(l.number, l.identity_number, l.code, l.draft, l.facts)
    assert freeze(thaw(l.facts)) == l.facts
    open("/tmp/letter.pdf", "wb").write(store.read(l.file_id))
