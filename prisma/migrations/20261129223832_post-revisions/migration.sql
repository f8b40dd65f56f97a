-- AlterTable
ALTER TABLE "post_revision" ADD COLUMN     "snippet" TEXT,
ADD COLUMN     "spoils_exercise_id" TEXT;

-- CreateIndex
CREATE INDEX "post_submission_id_idx" ON "post"("submission_id");
