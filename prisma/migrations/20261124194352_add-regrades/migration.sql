-- CreateEnum
CREATE TYPE "regrade_decision" AS ENUM ('ACCEPTED', 'DISCARDED');

-- AlterTable
ALTER TABLE "grading_run" ADD COLUMN     "regrade_id" TEXT,
ADD COLUMN     "replaced_run_id" TEXT;

-- CreateTable
CREATE TABLE "regrade" (
    "id" TEXT NOT NULL,
    "exercise_id" TEXT NOT NULL,
    "exercise_version" TEXT NOT NULL,
    "cohort_id" TEXT,
    "reason" TEXT NOT NULL,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decision" "regrade_decision",
    "decided_by_id" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "regrade_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "regrade_exercise_id_idx" ON "regrade"("exercise_id");

-- CreateIndex
CREATE INDEX "grading_run_regrade_id_idx" ON "grading_run"("regrade_id");

-- AddForeignKey
ALTER TABLE "grading_run" ADD CONSTRAINT "grading_run_regrade_id_fkey" FOREIGN KEY ("regrade_id") REFERENCES "regrade"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade" ADD CONSTRAINT "regrade_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade" ADD CONSTRAINT "regrade_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade" ADD CONSTRAINT "regrade_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
