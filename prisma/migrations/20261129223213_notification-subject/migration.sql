-- DropIndex
DROP INDEX "notification_user_id_kind_post_id_key";

-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "subject" TEXT NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "notification_user_id_kind_subject_key" ON "notification"("user_id", "kind", "subject");
