-- AlterTable
ALTER TABLE "exercise_progress" ADD COLUMN     "last_attempt_at" TIMESTAMPTZ(3),
ADD COLUMN IF NOT EXISTS "overridden_at" TIMESTAMPTZ(3);

-- Of the submissions that are in each row already.
UPDATE "exercise_progress" p SET "last_attempt_at" = (
  SELECT max(s."created_at") FROM "submission" s
  WHERE s."user_id" = p."user_id" AND s."exercise_id" = p."exercise_id"
    AND s."number" <= p."applied_number" AND s."official_run_id" IS NOT NULL
);
