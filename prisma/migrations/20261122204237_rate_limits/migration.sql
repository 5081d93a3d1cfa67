-- CreateTable
CREATE TABLE "rate_limits" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "rate_limits_expire_idx" ON "rate_limits"("expire");

-- Counts of tries and uses: no tenant's, and asked before anybody is proven, so the application's role reaches all of it, and nobody else.
ALTER TABLE "rate_limits" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "rate_limits" FORCE ROW LEVEL SECURITY;
REVOKE ALL ON "rate_limits" FROM PUBLIC, peerbalance_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "rate_limits" TO peerbalance_app;
CREATE POLICY counters ON "rate_limits" TO peerbalance_app USING (true) WITH CHECK (true);

-- What has become of an invitation's link, so that the page behind it can say so in words.
CREATE FUNCTION share_invitation_state(wanted_hash bytea)
  RETURNS TABLE (state text, model_id uuid, role public.share_role)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN i.accepted_at IS NOT NULL THEN 'used'
              WHEN i.revoked_at IS NOT NULL THEN 'revoked'
              WHEN i.expires_at <= now() THEN 'expired'
              ELSE 'open' END,
         i.model_id, i.role
  FROM public.share_invitations i
  WHERE i.token_hash = wanted_hash
$$;
REVOKE ALL ON FUNCTION share_invitation_state(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION share_invitation_state(bytea) TO peerbalance_app;
