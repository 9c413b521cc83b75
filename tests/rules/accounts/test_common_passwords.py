"""The list of passwords that everybody tries."""

from pst.rules.accounts.common_passwords import COMMON, SHORTEST
from pst.rules.accounts.passwords import MIN_LENGTH


def test_the_list_knows_what_people_here_and_elsewhere_choose():
    expected = {"bismillah123", "indonesia1945", "mempawah2026", "qwertyuiop", "password123", "1234567890"}
    expected |= {"pstmempawah2026", "bpsmempawah123", "pelayananstatistikterpadu", "rekomendasi1", "petugaspst123"}

    assert expected - COMMON == set()


def test_the_list_is_written_small_and_holds_only_what_is_long_enough_to_be_chosen():
    assert SHORTEST == MIN_LENGTH
    assert len(COMMON) > 500
    assert {word for word in COMMON if word != word.casefold() or len(word) < MIN_LENGTH} == set()
