-- CreateEnum
CREATE TYPE "attempts_rule" AS ENUM ('BEST', 'LAST');

-- AlterTable
ALTER TABLE "cohort" ADD COLUMN     "attempts_rule" "attempts_rule" NOT NULL DEFAULT 'BEST',
ADD COLUMN     "late_days" INTEGER,
ADD COLUMN     "late_most" INTEGER NOT NULL DEFAULT 100,
ADD COLUMN     "late_percent" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "extension" (
    "id" TEXT NOT NULL,
    "cohort_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "exercise_id" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "extension_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "extension_user_id_idx" ON "extension"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "extension_cohort_id_user_id_exercise_id_key" ON "extension"("cohort_id", "user_id", "exercise_id");

-- AddForeignKey
ALTER TABLE "extension" ADD CONSTRAINT "extension_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension" ADD CONSTRAINT "extension_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension" ADD CONSTRAINT "extension_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
