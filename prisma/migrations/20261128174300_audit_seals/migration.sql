-- From where something was done; unknown for what was written before.
ALTER TABLE "audit_entries" ADD COLUMN "client_address" TEXT;

-- A hash chain over the entries, in the order in which they came to stand.
CREATE TABLE "audit_seals" (
    "position" BIGINT NOT NULL,
    "number" BIGINT NOT NULL,
    "previous" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,
    "sealed_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "audit_seals_pkey" PRIMARY KEY ("position"),
    CONSTRAINT "audit_seals_from_one" CHECK ("position" >= 1),
    CONSTRAINT "audit_seals_sha_256" CHECK (octet_length("previous") = 32 AND octet_length("hash") = 32)
);
CREATE UNIQUE INDEX "audit_seals_number_key" ON "audit_seals"("number");
ALTER TABLE "audit_seals" ADD CONSTRAINT "audit_seals_number_fkey" FOREIGN KEY ("number") REFERENCES "audit_entries"("number") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER "audit_seals_never_change" BEFORE UPDATE OR DELETE ON "audit_seals" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_seals_never_emptied" BEFORE TRUNCATE ON "audit_seals" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- What waits for its seal. Whatever writes an entry puts it here, in the same transaction.
CREATE TABLE "audit_unsealed" (
    "transaction" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "number" BIGINT NOT NULL,

    CONSTRAINT "audit_unsealed_pkey" PRIMARY KEY ("number")
);
CREATE INDEX "audit_unsealed_transaction_number_idx" ON "audit_unsealed"("transaction", "number");
CREATE FUNCTION "wait_for_seal"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "audit_unsealed" ("number") SELECT "number" FROM "added";
  RETURN NULL;
END
$$;
CREATE TRIGGER "audit_entries_wait_for_seal" AFTER INSERT ON "audit_entries"
  REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "wait_for_seal"();

INSERT INTO "audit_unsealed" ("number") SELECT "number" FROM "audit_entries";
