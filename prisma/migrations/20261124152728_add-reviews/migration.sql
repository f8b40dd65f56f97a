-- CreateEnum
CREATE TYPE "review_rating" AS ENUM ('AGAIN', 'HARD', 'GOOD', 'EASY');

-- CreateTable
CREATE TABLE "review" (
    "user_id" TEXT NOT NULL,
    "check_id" TEXT NOT NULL,
    "reviewed_at" TIMESTAMPTZ(3) NOT NULL,
    "rating" "review_rating" NOT NULL,

    CONSTRAINT "review_pkey" PRIMARY KEY ("user_id","check_id","reviewed_at")
);

-- CreateTable
CREATE TABLE "review_card" (
    "user_id" TEXT NOT NULL,
    "check_id" TEXT NOT NULL,
    "due" TIMESTAMPTZ(3) NOT NULL,
    "stability" DOUBLE PRECISION NOT NULL,
    "difficulty" DOUBLE PRECISION NOT NULL,
    "reps" INTEGER NOT NULL,
    "lapses" INTEGER NOT NULL,

    CONSTRAINT "review_card_pkey" PRIMARY KEY ("user_id","check_id")
);

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_card" ADD CONSTRAINT "review_card_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
