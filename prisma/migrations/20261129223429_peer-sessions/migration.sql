-- AlterTable
ALTER TABLE "cohort" ADD COLUMN     "team_size" INTEGER NOT NULL DEFAULT 6;

-- CreateIndex
CREATE INDEX "peer_vote_user_id_idx" ON "peer_vote"("user_id");

-- AddForeignKey
ALTER TABLE "peer_vote" ADD CONSTRAINT "peer_vote_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
