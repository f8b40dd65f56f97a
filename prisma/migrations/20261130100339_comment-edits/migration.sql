-- AlterTable
ALTER TABLE "submission_comment" ADD COLUMN     "deleted_at" TIMESTAMPTZ(3),
ADD COLUMN     "edited_at" TIMESTAMPTZ(3),
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "submission_comment_revision" (
    "comment_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "spoils_exercise_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "submission_comment_revision_pkey" PRIMARY KEY ("comment_id","revision")
);

-- AddForeignKey
ALTER TABLE "submission_comment_revision" ADD CONSTRAINT "submission_comment_revision_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "submission_comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
