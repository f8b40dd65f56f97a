-- CreateEnum
CREATE TYPE "progress_sharing" AS ENUM ('NOTHING', 'STATES', 'DETAILS');

-- CreateEnum
CREATE TYPE "anchor_kind" AS ENUM ('LESSON', 'EXERCISE', 'CHECK', 'LINES', 'SESSION', 'FREE');

-- CreateEnum
CREATE TYPE "watch_level" AS ENUM ('ALL', 'MENTIONS', 'NOTHING');

-- CreateEnum
CREATE TYPE "session_role" AS ENUM ('MODERATOR', 'SCRIBE', 'QUESTIONER');

-- CreateEnum
CREATE TYPE "session_item_kind" AS ENUM ('DECISION', 'FOLLOW_UP', 'THANKS', 'QUESTION');

-- CreateEnum
CREATE TYPE "log_visibility" AS ENUM ('ME', 'TEAM', 'COHORT');

-- AlterTable
ALTER TABLE "cohort" ADD COLUMN     "session_days" INTEGER[] DEFAULT ARRAY[1, 2, 3, 4, 5]::INTEGER[];

-- AlterTable
ALTER TABLE "enrolment" ADD COLUMN     "shares" "progress_sharing" NOT NULL DEFAULT 'STATES';

-- CreateTable
CREATE TABLE "thread" (
    "id" TEXT NOT NULL,
    "cohort_id" TEXT NOT NULL,
    "team_id" TEXT,
    "author_id" TEXT,
    "title" TEXT NOT NULL,
    "anchor" "anchor_kind" NOT NULL,
    "lesson_id" TEXT,
    "section" TEXT,
    "exercise_id" TEXT,
    "submission_id" TEXT,
    "check_id" TEXT,
    "line_from" INTEGER,
    "line_to" INTEGER,
    "session_id" TEXT,
    "signature" TEXT,
    "answer_post_id" TEXT,
    "resolved_at" TIMESTAMPTZ(3),
    "locked_at" TIMESTAMPTZ(3),
    "pinned_at" TIMESTAMPTZ(3),
    "hidden_at" TIMESTAMPTZ(3),
    "merged_into_id" TEXT,
    "last_number" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_post_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post" (
    "id" TEXT NOT NULL,
    "thread_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "author_id" TEXT,
    "client_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "spoils_exercise_id" TEXT,
    "reply_to_id" TEXT,
    "snippet" TEXT,
    "snippet_exercise_id" TEXT,
    "submission_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 0,
    "deleted_at" TIMESTAMPTZ(3),
    "hidden_at" TIMESTAMPTZ(3),

    CONSTRAINT "post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_revision" (
    "post_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "post_revision_pkey" PRIMARY KEY ("post_id","revision")
);

-- CreateTable
CREATE TABLE "reaction" (
    "post_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reaction_pkey" PRIMARY KEY ("post_id","user_id","kind")
);

-- CreateTable
CREATE TABLE "mention" (
    "post_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,

    CONSTRAINT "mention_pkey" PRIMARY KEY ("post_id","user_id")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "post_id" TEXT,
    "mime" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "thread_read" (
    "user_id" TEXT NOT NULL,
    "thread_id" TEXT NOT NULL,
    "last_number" INTEGER NOT NULL DEFAULT 0,
    "watch" "watch_level" NOT NULL DEFAULT 'MENTIONS',
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "thread_read_pkey" PRIMARY KEY ("user_id","thread_id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "thread_id" TEXT,
    "post_id" TEXT,
    "session_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_settings" (
    "user_id" TEXT NOT NULL,
    "muted" TEXT[],
    "digest" BOOLEAN NOT NULL DEFAULT true,
    "time_zone" TEXT NOT NULL DEFAULT 'Asia/Seoul',
    "quiet_from" INTEGER NOT NULL DEFAULT 1320,
    "quiet_to" INTEGER NOT NULL DEFAULT 480,
    "digest_at" INTEGER NOT NULL DEFAULT 540,
    "last_digest" TIMESTAMPTZ(3),

    CONSTRAINT "notification_settings_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "post_report" (
    "id" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "reporter_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "post_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "posting_ban" (
    "user_id" TEXT NOT NULL,
    "cohort_id" TEXT NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "posting_ban_pkey" PRIMARY KEY ("user_id","cohort_id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" TEXT NOT NULL,
    "actor_id" TEXT,
    "cohort_id" TEXT,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "reason" TEXT,
    "detail" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "peer_session" (
    "id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "agenda" JSONB NOT NULL,
    "clock" JSONB,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "peer_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance" (
    "session_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "role" "session_role",
    "joined_at" TIMESTAMPTZ(3),
    "excused" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("session_id","user_id")
);

-- CreateTable
CREATE TABLE "note_update" (
    "id" BIGSERIAL NOT NULL,
    "session_id" TEXT NOT NULL,
    "author_id" TEXT,
    "client_id" UUID,
    "update" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "note_update_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session_item" (
    "id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "kind" "session_item_kind" NOT NULL,
    "text" TEXT NOT NULL,
    "author_id" TEXT,
    "assignee_id" TEXT,
    "done_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "peer_instruction" (
    "id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "check_id" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "phase_since" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "peer_instruction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "peer_vote" (
    "instruction_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "answer" JSONB NOT NULL,
    "correct" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "peer_vote_pkey" PRIMARY KEY ("instruction_id","user_id","round")
);

-- CreateTable
CREATE TABLE "log_entry" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "time_zone" TEXT NOT NULL,
    "visibility" "log_visibility" NOT NULL DEFAULT 'ME',
    "learned" TEXT NOT NULL DEFAULT '',
    "derived" TEXT NOT NULL DEFAULT '',
    "mistake" TEXT NOT NULL DEFAULT '',
    "question" TEXT NOT NULL DEFAULT '',
    "thanks" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "posted_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "log_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "thread_answer_post_id_key" ON "thread"("answer_post_id");

-- CreateIndex
CREATE INDEX "thread_cohort_id_team_id_last_post_at_idx" ON "thread"("cohort_id", "team_id", "last_post_at");

-- CreateIndex
CREATE INDEX "thread_lesson_id_idx" ON "thread"("lesson_id");

-- CreateIndex
CREATE INDEX "thread_exercise_id_check_id_signature_idx" ON "thread"("exercise_id", "check_id", "signature");

-- CreateIndex
CREATE INDEX "thread_submission_id_idx" ON "thread"("submission_id");

-- CreateIndex
CREATE INDEX "thread_session_id_idx" ON "thread"("session_id");

-- CreateIndex
CREATE UNIQUE INDEX "post_thread_id_number_key" ON "post"("thread_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "post_author_id_client_id_key" ON "post"("author_id", "client_id");

-- CreateIndex
CREATE INDEX "mention_user_id_idx" ON "mention"("user_id");

-- CreateIndex
CREATE INDEX "attachment_post_id_idx" ON "attachment"("post_id");

-- CreateIndex
CREATE INDEX "attachment_owner_id_idx" ON "attachment"("owner_id");

-- CreateIndex
CREATE INDEX "thread_read_thread_id_watch_idx" ON "thread_read"("thread_id", "watch");

-- CreateIndex
CREATE INDEX "notification_user_id_read_at_created_at_idx" ON "notification"("user_id", "read_at", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "notification_user_id_kind_post_id_key" ON "notification"("user_id", "kind", "post_id");

-- CreateIndex
CREATE UNIQUE INDEX "post_report_post_id_reporter_id_key" ON "post_report"("post_id", "reporter_id");

-- CreateIndex
CREATE INDEX "audit_entry_cohort_id_created_at_idx" ON "audit_entry"("cohort_id", "created_at");

-- CreateIndex
CREATE INDEX "audit_entry_subject_idx" ON "audit_entry"("subject");

-- CreateIndex
CREATE UNIQUE INDEX "peer_session_team_id_day_key" ON "peer_session"("team_id", "day");

-- CreateIndex
CREATE INDEX "attendance_user_id_idx" ON "attendance"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "note_update_client_id_key" ON "note_update"("client_id");

-- CreateIndex
CREATE INDEX "note_update_session_id_id_idx" ON "note_update"("session_id", "id");

-- CreateIndex
CREATE INDEX "session_item_session_id_idx" ON "session_item"("session_id");

-- CreateIndex
CREATE UNIQUE INDEX "peer_instruction_session_id_check_id_key" ON "peer_instruction"("session_id", "check_id");

-- CreateIndex
CREATE UNIQUE INDEX "log_entry_user_id_day_key" ON "log_entry"("user_id", "day");

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "peer_session"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "thread"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_answer_post_id_fkey" FOREIGN KEY ("answer_post_id") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_reply_to_id_fkey" FOREIGN KEY ("reply_to_id") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_revision" ADD CONSTRAINT "post_revision_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_read" ADD CONSTRAINT "thread_read_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_read" ADD CONSTRAINT "thread_read_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_settings" ADD CONSTRAINT "notification_settings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_report" ADD CONSTRAINT "post_report_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posting_ban" ADD CONSTRAINT "posting_ban_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "peer_session" ADD CONSTRAINT "peer_session_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "peer_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_update" ADD CONSTRAINT "note_update_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "peer_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_item" ADD CONSTRAINT "session_item_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "peer_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "peer_instruction" ADD CONSTRAINT "peer_instruction_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "peer_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "peer_vote" ADD CONSTRAINT "peer_vote_instruction_id_fkey" FOREIGN KEY ("instruction_id") REFERENCES "peer_instruction"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_entry" ADD CONSTRAINT "log_entry_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
