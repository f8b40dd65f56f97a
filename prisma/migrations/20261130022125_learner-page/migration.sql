-- AlterTable
ALTER TABLE "exercise_progress" ADD COLUMN     "overridden_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "grade_override" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "exercise_id" TEXT NOT NULL,
    "cohort_id" TEXT,
    "passed" BOOLEAN NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "max_score" DOUBLE PRECISION NOT NULL,
    "reason" TEXT NOT NULL,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "grade_override_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission_comment" (
    "id" TEXT NOT NULL,
    "submission_id" TEXT NOT NULL,
    "root_id" TEXT,
    "author_id" TEXT,
    "client_id" UUID NOT NULL,
    "line_from" INTEGER NOT NULL,
    "line_to" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "spoils_exercise_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "submission_comment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "grade_override_user_id_exercise_id_key" ON "grade_override"("user_id", "exercise_id");

-- CreateIndex
CREATE INDEX "submission_comment_submission_id_idx" ON "submission_comment"("submission_id");

-- CreateIndex
CREATE UNIQUE INDEX "submission_comment_author_id_client_id_key" ON "submission_comment"("author_id", "client_id");

-- AddForeignKey
ALTER TABLE "grade_override" ADD CONSTRAINT "grade_override_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade_override" ADD CONSTRAINT "grade_override_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade_override" ADD CONSTRAINT "grade_override_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_comment" ADD CONSTRAINT "submission_comment_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_comment" ADD CONSTRAINT "submission_comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_comment" ADD CONSTRAINT "submission_comment_root_id_fkey" FOREIGN KEY ("root_id") REFERENCES "submission_comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
