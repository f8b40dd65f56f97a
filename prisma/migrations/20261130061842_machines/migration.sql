-- CreateTable
CREATE TABLE "api_token" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "cohort_id" TEXT,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "ending" TEXT NOT NULL,
    "scopes" TEXT[],
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_look" (
    "token_id" TEXT NOT NULL,
    "cohort_id" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "api_look_pkey" PRIMARY KEY ("token_id","cohort_id","scope","hour")
);

-- CreateTable
CREATE TABLE "lti_platform" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "deployment_ids" TEXT[],
    "auth_url" TEXT NOT NULL,
    "token_url" TEXT NOT NULL,
    "jwks_url" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lti_platform_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lti_key" (
    "id" TEXT NOT NULL,
    "public_jwk" JSONB NOT NULL,
    "sealed" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lti_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lti_login" (
    "state_hash" TEXT NOT NULL,
    "nonce_hash" TEXT NOT NULL,
    "platform_id" TEXT NOT NULL,
    "target_link_uri" TEXT NOT NULL,
    "browser_hash" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lti_login_pkey" PRIMARY KEY ("state_hash")
);

-- CreateTable
CREATE TABLE "lti_launch" (
    "token_hash" TEXT NOT NULL,
    "platform_id" TEXT NOT NULL,
    "browser_hash" TEXT,
    "facts" JSONB NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lti_launch_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "lti_identity" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lti_identity_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "lti_context" (
    "id" TEXT NOT NULL,
    "platform_id" TEXT NOT NULL,
    "deployment_id" TEXT NOT NULL,
    "context_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "cohort_id" TEXT,
    "memberships_url" TEXT,
    "roster_at" TIMESTAMPTZ(3),
    "line_items_url" TEXT,
    "ags_scopes" TEXT[],

    CONSTRAINT "lti_context_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lti_member" (
    "context_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "name" TEXT,
    "role" "role",
    "is_active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "lti_member_pkey" PRIMARY KEY ("context_id","subject")
);

-- CreateTable
CREATE TABLE "lti_line_item" (
    "id" TEXT NOT NULL,
    "context_id" TEXT NOT NULL,
    "exercise_id" TEXT NOT NULL DEFAULT '',
    "url" TEXT NOT NULL,
    "gone_at" TIMESTAMPTZ(3),

    CONSTRAINT "lti_line_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lti_score" (
    "line_item_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "score" DOUBLE PRECISION,
    "out_of" DOUBLE PRECISION,
    "failure" INTEGER,

    CONSTRAINT "lti_score_pkey" PRIMARY KEY ("line_item_id","subject")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_token_hash_key" ON "api_token"("hash");

-- CreateIndex
CREATE INDEX "api_token_user_id_idx" ON "api_token"("user_id");

-- CreateIndex
CREATE INDEX "api_token_cohort_id_idx" ON "api_token"("cohort_id");

-- CreateIndex
CREATE INDEX "api_look_hour_idx" ON "api_look"("hour");

-- CreateIndex
CREATE UNIQUE INDEX "lti_platform_issuer_client_id_key" ON "lti_platform"("issuer", "client_id");

-- CreateIndex
CREATE INDEX "lti_login_expires_at_idx" ON "lti_login"("expires_at");

-- CreateIndex
CREATE INDEX "lti_launch_expires_at_idx" ON "lti_launch"("expires_at");

-- CreateIndex
CREATE INDEX "lti_identity_user_id_idx" ON "lti_identity"("user_id");

-- CreateIndex
CREATE INDEX "lti_context_cohort_id_idx" ON "lti_context"("cohort_id");

-- CreateIndex
CREATE UNIQUE INDEX "lti_context_platform_id_deployment_id_context_id_key" ON "lti_context"("platform_id", "deployment_id", "context_id");

-- CreateIndex
CREATE INDEX "lti_member_subject_idx" ON "lti_member"("subject");

-- CreateIndex
CREATE UNIQUE INDEX "lti_line_item_context_id_exercise_id_key" ON "lti_line_item"("context_id", "exercise_id");

-- CreateIndex
CREATE INDEX "lti_score_user_id_idx" ON "lti_score"("user_id");

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_look" ADD CONSTRAINT "api_look_token_id_fkey" FOREIGN KEY ("token_id") REFERENCES "api_token"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_look" ADD CONSTRAINT "api_look_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lti_login" ADD CONSTRAINT "lti_login_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "lti_platform"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lti_launch" ADD CONSTRAINT "lti_launch_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "lti_platform"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lti_identity" ADD CONSTRAINT "lti_identity_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lti_context" ADD CONSTRAINT "lti_context_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "lti_platform"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lti_context" ADD CONSTRAINT "lti_context_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lti_member" ADD CONSTRAINT "lti_member_context_id_fkey" FOREIGN KEY ("context_id") REFERENCES "lti_context"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lti_line_item" ADD CONSTRAINT "lti_line_item_context_id_fkey" FOREIGN KEY ("context_id") REFERENCES "lti_context"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lti_score" ADD CONSTRAINT "lti_score_line_item_id_fkey" FOREIGN KEY ("line_item_id") REFERENCES "lti_line_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lti_score" ADD CONSTRAINT "lti_score_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Queue of scores for learning platforms: server/lti/score-jobs.ts.
SELECT pgboss.create_queue('lti-scores', '{"policy": "standard"}');
