-- DropForeignKey
ALTER TABLE "attachment" DROP CONSTRAINT "attachment_owner_id_fkey";

-- AlterTable
ALTER TABLE "attachment" ALTER COLUMN "owner_id" DROP NOT NULL;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
