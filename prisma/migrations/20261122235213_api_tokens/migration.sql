-- CreateTable
CREATE TABLE "api_tokens" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisation_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_creations" (
    "organisation_id" UUID NOT NULL,
    "token_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "model_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_creations_pkey" PRIMARY KEY ("token_id","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_token_hash_key" ON "api_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "api_tokens_user_id_idx" ON "api_tokens"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_organisation_id_id_key" ON "api_tokens"("organisation_id", "id");

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_creations" ADD CONSTRAINT "api_creations_organisation_id_token_id_fkey" FOREIGN KEY ("organisation_id", "token_id") REFERENCES "api_tokens"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_creations" ADD CONSTRAINT "api_creations_organisation_id_model_id_fkey" FOREIGN KEY ("organisation_id", "model_id") REFERENCES "cost_models"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What must hold whatever the code does.
ALTER TABLE "api_tokens"
  ALTER COLUMN "scopes" SET NOT NULL,
  ADD CONSTRAINT "api_tokens_name_check" CHECK (name = btrim(name) AND char_length(name) BETWEEN 1 AND 100),
  ADD CONSTRAINT "api_tokens_token_hash_check" CHECK (octet_length(token_hash) = 32),
  ADD CONSTRAINT "api_tokens_scopes_check" CHECK (
    cardinality(scopes) BETWEEN 1 AND 2 AND scopes <@ ARRAY['models:read', 'models:write']),
  ADD CONSTRAINT "api_tokens_expires_at_check" CHECK (
    expires_at > created_at AND expires_at <= created_at + interval '366 days');
ALTER TABLE "api_creations"
  ADD CONSTRAINT "api_creations_key_check" CHECK (char_length(key) BETWEEN 1 AND 255),
  ADD CONSTRAINT "api_creations_request_hash_check" CHECK (octet_length(request_hash) = 32);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['api_tokens', 'api_creations']
  LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY definer ON public.%I TO CURRENT_USER
                    USING (current_setting(''search_path'') = ''pg_catalog, pg_temp'')
                    WITH CHECK (current_setting(''search_path'') = ''pg_catalog, pg_temp'')', name);
    EXECUTE format('REVOKE ALL ON public.%I FROM PUBLIC, peerbalance_app', name);
  END LOOP;
END
$$;

-- A token is seen and ended by its person and by who runs its organisation; its hash is seen by nobody.
GRANT SELECT (id, organisation_id, user_id, name, scopes, created_at, expires_at, revoked_at, last_used_at),
      INSERT, UPDATE (revoked_at)
  ON "api_tokens" TO peerbalance_app;
CREATE POLICY read ON "api_tokens" FOR SELECT TO peerbalance_app
  USING ((user_id = (SELECT scope_user()) AND organisation_id = ANY ((SELECT scope_organisations())::uuid[]))
         OR organisation_id = ANY ((SELECT scope_managed_organisations())::uuid[]));
CREATE POLICY add ON "api_tokens" FOR INSERT TO peerbalance_app
  WITH CHECK (user_id = (SELECT scope_user()) AND organisation_id = ANY ((SELECT scope_organisations())::uuid[]));
CREATE POLICY change ON "api_tokens" FOR UPDATE TO peerbalance_app
  USING ((user_id = (SELECT scope_user()) AND organisation_id = ANY ((SELECT scope_organisations())::uuid[]))
         OR organisation_id = ANY ((SELECT scope_managed_organisations())::uuid[]))
  WITH CHECK (revoked_at IS NOT NULL);

GRANT SELECT, INSERT, DELETE ON "api_creations" TO peerbalance_app;
CREATE POLICY own ON "api_creations" TO peerbalance_app
  USING (EXISTS (SELECT FROM api_tokens t
                 WHERE t.id = token_id AND t.organisation_id = api_creations.organisation_id AND t.user_id = (SELECT scope_user())))
  WITH CHECK (EXISTS (SELECT FROM api_tokens t
                      WHERE t.id = token_id AND t.organisation_id = api_creations.organisation_id AND t.user_id = (SELECT scope_user())));

-- Whose token this is, while it is neither ended nor outdated and its person belongs to its organisation. Notes once a minute
-- that it was used.
CREATE FUNCTION use_api_token(wanted_hash bytea)
  RETURNS TABLE (token_id uuid, organisation_id uuid, user_id uuid, name text, email text, scopes text[])
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.api_tokens t SET last_used_at = now()
    WHERE t.token_hash = wanted_hash AND t.revoked_at IS NULL AND t.expires_at > now()
      AND (t.last_used_at IS NULL OR t.last_used_at < now() - interval '1 minute');
  RETURN QUERY
    SELECT t.id, t.organisation_id, u.id, u.name, u.email, t.scopes
    FROM public.api_tokens t
    JOIN public.users u ON u.id = t.user_id
    JOIN public.memberships m ON m.user_id = t.user_id AND m.organisation_id = t.organisation_id
    WHERE t.token_hash = wanted_hash AND t.revoked_at IS NULL AND t.expires_at > now();
END
$$;

-- For a start: what the API remembers of requests is forgotten after a day, tokens a year after they ended. Not for the application's role.
CREATE FUNCTION remove_old_api_rows() RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM public.api_creations WHERE created_at < now() - interval '1 day';
  DELETE FROM public.api_tokens WHERE coalesce(revoked_at, expires_at) < now() - interval '1 year';
$$;
REVOKE ALL ON FUNCTION use_api_token(bytea), remove_old_api_rows() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION use_api_token(bytea) TO peerbalance_app;
