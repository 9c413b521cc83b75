"""Mails to an address that a person has left stay that person's.

Until now only the mail that told of each change says who had which address.
"""

LEFT = (
    "SELECT LOWER(\"to\"), LOWER(json_extract(facts, '$.new')) FROM email WHERE kind = 'email_changed' "
    "AND COALESCE(json_extract(facts, '$.what'), '') != 'asked' ORDER BY id DESC"
)
"""(the address before, the one after), the newest change first; an address only asked for may be a stranger's."""


def up(migrator, db):
    db.execute_sql('ALTER TABLE "email" ADD COLUMN "owner_id" INTEGER REFERENCES "user" ("id")')
    db.execute_sql('CREATE INDEX "email_owner_id" ON "email" ("owner_id")')
    now = dict(db.execute_sql('SELECT LOWER(email), id FROM "user"').fetchall())
    owners = dict(now)
    for before, after in db.execute_sql(LEFT).fetchall():
        if owner := owners.get(after) or owners.get(before):
            owners = {before: owner, after: owner} | owners
    for address in owners.keys() - now.keys():
        db.execute_sql('UPDATE email SET owner_id = ? WHERE LOWER("to") = ?', (owners[address], address))
