-- DropIndex
DROP INDEX "check_result_check_id_outcome_idx";

-- CreateIndex
CREATE INDEX "submission_cohort_id_number_idx" ON "submission"("cohort_id", "number");
