-- CreateEnum
CREATE TYPE "erased_posts" AS ENUM ('KEEP', 'REMOVE');

-- CreateTable
CREATE TABLE "erasure" (
    "user_id" TEXT NOT NULL,
    "posts" "erased_posts" NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "requested_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "retention_rule" (
    "scope" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "days" INTEGER,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "retention_rule_pkey" PRIMARY KEY ("scope","kind")
);

-- CreateIndex
CREATE INDEX "erasure_due_at_idx" ON "erasure"("due_at");

-- AddForeignKey
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
