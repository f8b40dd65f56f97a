-- CreateTable
CREATE TABLE "submission_layer" (
    "submission_id" TEXT NOT NULL,
    "exercise_id" TEXT NOT NULL,
    "layer_id" TEXT NOT NULL,

    CONSTRAINT "submission_layer_pkey" PRIMARY KEY ("submission_id","exercise_id")
);

-- CreateIndex
CREATE INDEX "submission_layer_layer_id_idx" ON "submission_layer"("layer_id");

-- AddForeignKey
ALTER TABLE "submission_layer" ADD CONSTRAINT "submission_layer_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_layer" ADD CONSTRAINT "submission_layer_layer_id_fkey" FOREIGN KEY ("layer_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;
