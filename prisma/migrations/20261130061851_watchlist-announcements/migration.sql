-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "announcement_id" TEXT;

-- CreateTable
CREATE TABLE "watch_settings" (
    "cohort_id" TEXT NOT NULL,
    "inactive" INTEGER,
    "behind" INTEGER,
    "stuck" INTEGER,
    "absent" INTEGER,
    "hints" INTEGER,

    CONSTRAINT "watch_settings_pkey" PRIMARY KEY ("cohort_id")
);

-- CreateTable
CREATE TABLE "watch_aside" (
    "user_id" TEXT NOT NULL,
    "cohort_id" TEXT NOT NULL,
    "until" DATE NOT NULL,
    "note" TEXT NOT NULL,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "watch_aside_pkey" PRIMARY KEY ("user_id","cohort_id")
);

-- CreateTable
CREATE TABLE "announcement" (
    "id" TEXT NOT NULL,
    "cohort_id" TEXT NOT NULL,
    "author_id" TEXT,
    "client_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "to_teams" BOOLEAN NOT NULL DEFAULT false,
    "send_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "edited_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "announcement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "announcement_team" (
    "announcement_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,

    CONSTRAINT "announcement_team_pkey" PRIMARY KEY ("announcement_id","team_id")
);

-- CreateTable
CREATE TABLE "announcement_receipt" (
    "announcement_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "announcement_receipt_pkey" PRIMARY KEY ("announcement_id","user_id")
);

-- CreateIndex
CREATE INDEX "announcement_cohort_id_sent_at_idx" ON "announcement"("cohort_id", "sent_at");

-- CreateIndex
CREATE INDEX "announcement_sent_at_send_at_idx" ON "announcement"("sent_at", "send_at");

-- CreateIndex
CREATE UNIQUE INDEX "announcement_author_id_client_id_key" ON "announcement"("author_id", "client_id");

-- CreateIndex
CREATE INDEX "announcement_team_team_id_idx" ON "announcement_team"("team_id");

-- CreateIndex
CREATE INDEX "announcement_receipt_user_id_idx" ON "announcement_receipt"("user_id");

-- CreateIndex
CREATE INDEX "attachment_announcement_id_idx" ON "attachment"("announcement_id");

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watch_settings" ADD CONSTRAINT "watch_settings_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watch_aside" ADD CONSTRAINT "watch_aside_user_id_cohort_id_fkey" FOREIGN KEY ("user_id", "cohort_id") REFERENCES "enrolment"("user_id", "cohort_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watch_aside" ADD CONSTRAINT "watch_aside_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_team" ADD CONSTRAINT "announcement_team_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_team" ADD CONSTRAINT "announcement_team_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_receipt" ADD CONSTRAINT "announcement_receipt_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_receipt" ADD CONSTRAINT "announcement_receipt_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
