"""The address of one's own calendar."""

from pst.actions.due_days import is_subscribed, subscribe, subscriber, unsubscribe
from pst.models.accounts.users import User
from tests.factories import WHEN, user


def test_the_address_opens_until_there_is_a_new_one_or_none_or_its_owner_leaves(db):
    me = user("petugas")
    assert (is_subscribed(me), subscriber("")) == (False, None)

    old, new = subscribe(me, WHEN), subscribe(me, WHEN)
    assert (subscriber(old), subscriber(new)) == (None, me)

    for left in ({"active": False}, {"roles": "applicant"}):
        User.update(**left).where(User.id == me.id).execute()
        assert subscriber(new) is None
        User.update(active=True, roles=me.roles).where(User.id == me.id).execute()

    unsubscribe(me, WHEN)
    assert (is_subscribed(me), subscriber(new)) == (False, None)
