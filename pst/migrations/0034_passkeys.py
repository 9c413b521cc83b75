"""Where there is TLS, a key in a device stands beside the authenticator's codes."""


def up(migrator, db):
    db.execute_sql(
        'CREATE TABLE "passkey" ("id" INTEGER NOT NULL PRIMARY KEY, "user_id" INTEGER NOT NULL, '
        '"name" VARCHAR(60) NOT NULL, "credential_id" TEXT NOT NULL, "public_key" TEXT NOT NULL, '
        '"sign_count" INTEGER NOT NULL, "created_at" DATETIME NOT NULL, "used_at" DATETIME, '
        'FOREIGN KEY ("user_id") REFERENCES "user" ("id") ON DELETE CASCADE)'
    )
    db.execute_sql('CREATE INDEX "passkey_user_id" ON "passkey" ("user_id")')
    db.execute_sql('CREATE UNIQUE INDEX "passkey_credential_id" ON "passkey" ("credential_id")')
