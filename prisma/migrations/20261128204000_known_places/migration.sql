-- Wrong passwords are counted by account and place together: an address, or a browser that signed in to the account before.
CREATE TABLE "known_places" (
    "user_id" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "known_places_pkey" PRIMARY KEY ("user_id","place")
);
CREATE INDEX "known_places_place_idx" ON "known_places"("place");
ALTER TABLE "known_places" ADD CONSTRAINT "known_places_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
