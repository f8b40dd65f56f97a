-- CreateTable
CREATE TABLE "note_text" (
    "session_id" TEXT NOT NULL,
    "last_row" BIGINT NOT NULL,
    "text" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "note_text_pkey" PRIMARY KEY ("session_id")
);

-- AddForeignKey
ALTER TABLE "note_text" ADD CONSTRAINT "note_text_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "peer_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say: search (server/find). Parts of words by trigrams, English words by their stems.
CREATE INDEX "post_body_trigrams" ON "post" USING gin (lower(normalize("body", NFC)) gin_trgm_ops);
CREATE INDEX "post_body_english" ON "post" USING gin (to_tsvector('english', "body"));
CREATE INDEX "thread_title_trigrams" ON "thread" USING gin (lower(normalize("title", NFC)) gin_trgm_ops);
CREATE INDEX "thread_title_english" ON "thread" USING gin (to_tsvector('english', "title"));
CREATE INDEX "note_text_trigrams" ON "note_text" USING gin (lower(normalize("text", NFC)) gin_trgm_ops);
CREATE INDEX "note_text_english" ON "note_text" USING gin (to_tsvector('english', "text"));
CREATE INDEX "log_entry_trigrams" ON "log_entry" USING gin (
  lower(normalize("learned" || E'\n' || "derived" || E'\n' || "mistake" || E'\n' || "question" || E'\n' || "thanks", NFC)) gin_trgm_ops
);
CREATE INDEX "log_entry_english" ON "log_entry" USING gin (
  to_tsvector('english', "learned" || E'\n' || "derived" || E'\n' || "mistake" || E'\n' || "question" || E'\n' || "thanks")
);
