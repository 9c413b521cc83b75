"""What a new office starts with, against the decrees' lists written by hand."""

from datetime import date

from pst.exchange.holidays_seed import seed_holidays
from pst.rules.calendar import Holiday, WorkCalendar
from tests.rules import skb


def test_the_seed_is_the_decrees_day_for_day():
    seed = seed_holidays()

    assert {holiday.day for holiday in seed if holiday.kind == "national"} == skb.dates(skb.NATIONAL)
    assert {holiday.day for holiday in seed if holiday.kind == "collective"} == skb.dates(skb.COLLECTIVE)
    assert len(seed) == len({holiday.day for holiday in seed}) == 52 + 27
    assert [holiday.day for holiday in seed] == sorted(holiday.day for holiday in seed)


def test_the_seeded_years_have_the_working_days_of_their_decrees():
    calendar = WorkCalendar(seed_holidays())

    assert {year: calendar.working_days(year) for year in skb.WORKING_DAYS} == skb.WORKING_DAYS


def test_each_day_names_its_decree_and_speaks_indonesian():
    seed = {holiday.day: holiday for holiday in seed_holidays()}

    assert seed[date(2026, 12, 25)] == Holiday(
        date(2026, 12, 25), "Hari Raya Natal", "national", decree="SKB 1497/2025, 2/2025, 5/2025"
    )  # Jumat
    assert seed[date(2025, 8, 18)] == Holiday(
        date(2025, 8, 18),
        "Cuti Bersama Hari Kemerdekaan Republik Indonesia",
        "collective",
        decree="SKB 933/2025, 1/2025, 3/2025",
    )  # Senin, ditambahkan kemudian
    assert {holiday.decree for day, holiday in seed.items() if day.year == 2027} == {"SKB 1205/2026, 3/2026, 2/2026"}


def test_other_years_come_without_a_decree():
    seed = seed_holidays([2024])

    assert {holiday.day.year for holiday in seed} == {2024}
    assert {holiday.decree for holiday in seed} == {""}
