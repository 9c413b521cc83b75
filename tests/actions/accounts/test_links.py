"""One-time links."""

from datetime import timedelta

import pytest

from pst.actions.accounts import links
from pst.actions.accounts.sessions import hash_token
from pst.models.accounts.users import MailedToken
from pst.models.base import write
from tests import factories


def a_link(at, purpose="password", user=None, **facts) -> str:
    with write():
        return links.make_link(purpose, at, user, facts)[0]


def use(token, at, *purposes):
    with write():
        return links.use_link(token, at, *purposes)


def test_a_link_works_once_for_its_purpose_and_is_then_empty(db, at):
    ratna = factories.user("pemohon")
    token = a_link(at, user=ratna, secret="hash")

    with pytest.raises(links.LinkRefused):
        use(token, at, "confirm", "first_admin")
    assert use(token, at, "confirm", "password") == (ratna, {"secret": "hash"})
    with pytest.raises(links.LinkRefused):
        use(token, at, "password")
    assert MailedToken.get().facts == {}


def test_the_table_keeps_only_the_hash(db, at):
    token = a_link(at)

    assert MailedToken.get().token_hash == hash_token(token)


@pytest.mark.parametrize(
    ("purpose", "hours"), [("confirm", 48), ("password", 0.5), ("invitation", 168), ("first_admin", 24)]
)
def test_a_link_is_over_after_its_time(db, at, purpose, hours):
    token = a_link(at, purpose)

    assert links.find_link(token, at + timedelta(hours=hours, minutes=-1), purpose)
    with pytest.raises(links.LinkRefused):
        links.find_link(token, at + timedelta(hours=hours), purpose)


def test_voiding_touches_the_unused_links_of_one_person(db, at):
    mine, used, others = (a_link(at, user=factories.user(name)) for name in ("pemohon", "pemohon", "petugas"))
    use(used, at, "password")

    with write():
        links.void_links(factories.user("pemohon"))

    left = {row.token_hash for row in MailedToken.select()}
    assert left == {hash_token(used), hash_token(others)}
    assert hash_token(mine) not in left


def test_old_links_go_with_what_they_carried(db, at):
    a_link(at - timedelta(hours=3), name="Ratna")
    living = a_link(at)

    with write():
        count = links.forget_old_links(at)

    assert (count, MailedToken.get().token_hash) == (1, hash_token(living))


def test_a_spoken_link_is_short_enough_to_read_aloud_and_works_like_a_mailed_one(db, at):
    ratna = factories.user("pemohon")
    with write():
        code, expires_at = links.make_spoken_link("password", at, ratna)

    assert (len(code), code.count("-"), expires_at) == (19, 3, at + timedelta(minutes=30))
    assert MailedToken.get().token_hash == hash_token(code)
    assert use(code, at, "password") == (ratna, {})
