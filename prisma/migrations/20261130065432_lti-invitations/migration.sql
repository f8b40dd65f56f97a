-- CreateTable
CREATE TABLE "lti_invitation" (
    "code_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lti_invitation_pkey" PRIMARY KEY ("code_hash")
);
