"""The working days end when the letter is out, not when its delivery is noted: also for the letters that are out."""

STOPPED = """
    UPDATE submission SET clock_stopped = decided_at
    WHERE status = 'issued' AND clock_started IS NOT NULL AND clock_stopped IS NULL AND decided_at IS NOT NULL"""


def up(migrator, db):
    db.execute_sql(STOPPED)
