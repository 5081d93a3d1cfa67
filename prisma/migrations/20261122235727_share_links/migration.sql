-- CreateTable
CREATE TABLE "share_links" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisation_id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "password_hash" TEXT,
    "has_password" BOOLEAN NOT NULL DEFAULT false,
    "may_download" BOOLEAN NOT NULL DEFAULT false,
    "frozen_revision" INTEGER,
    "leaves_out_pay" BOOLEAN NOT NULL DEFAULT true,
    "leaves_out_notes" BOOLEAN NOT NULL DEFAULT true,
    "leaves_out_comments" BOOLEAN NOT NULL DEFAULT true,
    "opened_count" INTEGER NOT NULL DEFAULT 0,
    "last_opened_at" TIMESTAMPTZ(3),

    CONSTRAINT "share_links_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "share_links_token_hash_key" ON "share_links"("token_hash");

-- CreateIndex
CREATE INDEX "share_links_model_id_idx" ON "share_links"("model_id");

-- CreateIndex
CREATE INDEX "share_links_created_by_id_idx" ON "share_links"("created_by_id");

-- AddForeignKey
ALTER TABLE "share_links" ADD CONSTRAINT "share_links_organisation_id_model_id_fkey" FOREIGN KEY ("organisation_id", "model_id") REFERENCES "cost_models"("organisation_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_links" ADD CONSTRAINT "share_links_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_links" ADD CONSTRAINT "share_links_model_id_frozen_revision_fkey" FOREIGN KEY ("model_id", "frozen_revision") REFERENCES "revisions"("model_id", "number") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- What must hold whatever the code does.
ALTER TABLE "share_links"
  ADD CONSTRAINT "share_links_token_hash_check" CHECK (octet_length(token_hash) = 32),
  ADD CONSTRAINT "share_links_label_check" CHECK (char_length(label) <= 100),
  ADD CONSTRAINT "share_links_expires_at_check" CHECK (
    expires_at > created_at AND expires_at <= created_at + interval '367 days'),
  ADD CONSTRAINT "share_links_password_hash_check" CHECK (
    password_hash LIKE '$argon2id$%' AND char_length(password_hash) <= 300),
  ADD CONSTRAINT "share_links_has_password_check" CHECK (has_password = (password_hash IS NOT NULL)),
  ADD CONSTRAINT "share_links_opened_count_check" CHECK (opened_count >= 0);

-- Closed, also to its owner; seen and managed by whoever may share the model. Nobody reads the hashes back.
ALTER TABLE "share_links" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "share_links" FORCE ROW LEVEL SECURITY;
CREATE POLICY definer ON "share_links" TO CURRENT_USER
  USING (current_setting('search_path') = 'pg_catalog, pg_temp')
  WITH CHECK (current_setting('search_path') = 'pg_catalog, pg_temp');
REVOKE ALL ON "share_links" FROM PUBLIC, peerbalance_app;
GRANT SELECT (id, organisation_id, model_id, label, created_by_id, created_at, expires_at, revoked_at, has_password, may_download,
              frozen_revision, leaves_out_pay, leaves_out_notes, leaves_out_comments, opened_count, last_opened_at),
  INSERT, UPDATE (revoked_at) ON "share_links" TO peerbalance_app;
CREATE POLICY read ON "share_links" FOR SELECT TO peerbalance_app
  USING (scope_may_manage(organisation_id, model_id));
CREATE POLICY add ON "share_links" FOR INSERT TO peerbalance_app
  WITH CHECK (scope_may_manage(organisation_id, model_id) AND scope_may_edit(organisation_id, model_id)
              AND created_by_id = (SELECT scope_user()) AND revoked_at IS NULL
              AND opened_count = 0 AND last_opened_at IS NULL);
-- What was revoked stays revoked.
CREATE POLICY change ON "share_links" FOR UPDATE TO peerbalance_app
  USING (scope_may_manage(organisation_id, model_id) AND revoked_at IS NULL)
  WITH CHECK (scope_may_manage(organisation_id, model_id) AND revoked_at IS NOT NULL);

-- What whoever holds a link may read: the only way from a link to a model. No row where the link is unknown, revoked or expired, or
-- its model is archived or deleted. What the link leaves out is in no column that is shown: pay is in those only that are evaluated.
-- Nothing of the model while a password stands before it.
CREATE FUNCTION read_share_link(wanted_hash bytea, is_unlocked boolean, counts boolean, pay_inputs text[],
                                pay_categories text[])
  RETURNS TABLE (link_id uuid, expires_at timestamptz, password_hash text, may_download boolean, leaves_out_pay boolean,
                 leaves_out_notes boolean, leaves_out_comments boolean, is_frozen boolean, revision integer,
                 changed_at timestamptz, name text, description text, start_month date, currency text,
                 currency_rate double precision, currency_rate_date date, template_key text, model_version integer,
                 inputs jsonb, custom_lines jsonb, notes jsonb, evaluated_inputs jsonb, evaluated_lines jsonb)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  link public.share_links;
  shown record;
BEGIN
  SELECT l.* INTO link FROM public.share_links l
    JOIN public.cost_models c ON c.id = l.model_id AND c.organisation_id = l.organisation_id
    WHERE l.token_hash = wanted_hash AND l.revoked_at IS NULL AND l.expires_at > now()
      AND c.archived_at IS NULL AND c.deleted_at IS NULL;
  IF link.id IS NULL THEN
    RETURN;
  END IF;
  IF link.password_hash IS NOT NULL AND NOT is_unlocked THEN
    RETURN QUERY SELECT link.id, link.expires_at, link.password_hash, link.may_download, link.leaves_out_pay,
      link.leaves_out_notes, link.leaves_out_comments, link.frozen_revision IS NOT NULL, NULL::integer,
      NULL::timestamptz, NULL::text, NULL::text, NULL::date, NULL::text, NULL::double precision, NULL::date, NULL::text,
      NULL::integer, NULL::jsonb, NULL::jsonb, NULL::jsonb, NULL::jsonb, NULL::jsonb;
    RETURN;
  END IF;
  IF counts THEN
    UPDATE public.share_links l SET opened_count = l.opened_count + 1, last_opened_at = now() WHERE l.id = link.id;
  END IF;
  IF link.frozen_revision IS NULL THEN
    SELECT c.revision, c.changed_at, c.name, c.description, c.start_month, c.currency, c.currency_rate,
           c.currency_rate_date, c.template_key, c.model_version, c.inputs, c.custom_lines, c.notes
      INTO shown FROM public.cost_models c WHERE c.id = link.model_id AND c.organisation_id = link.organisation_id;
  ELSE
    SELECT r.number AS revision, r.created_at AS changed_at, r.name, r.description, r.start_month, r.currency,
           r.currency_rate, r.currency_rate_date, c.template_key, r.model_version, r.inputs, r.custom_lines, r.notes
      INTO shown FROM public.revisions r JOIN public.cost_models c ON c.id = r.model_id
      WHERE r.model_id = link.model_id AND r.organisation_id = link.organisation_id AND r.number = link.frozen_revision;
  END IF;
  RETURN QUERY SELECT link.id, link.expires_at, link.password_hash, link.may_download, link.leaves_out_pay,
    link.leaves_out_notes, link.leaves_out_comments, link.frozen_revision IS NOT NULL, shown.revision, shown.changed_at,
    shown.name,
    CASE WHEN link.leaves_out_notes THEN '' ELSE shown.description END,
    shown.start_month, shown.currency, shown.currency_rate, shown.currency_rate_date, shown.template_key,
    shown.model_version,
    CASE WHEN link.leaves_out_pay THEN shown.inputs - pay_inputs ELSE shown.inputs END,
    CASE WHEN link.leaves_out_pay
      THEN (SELECT coalesce(jsonb_agg(line.value ORDER BY line.place), '[]')
            FROM jsonb_array_elements(shown.custom_lines) WITH ORDINALITY AS line (value, place)
            WHERE line.value ->> 'category' <> ALL (pay_categories))
      ELSE shown.custom_lines END,
    CASE WHEN link.leaves_out_notes THEN '{}'
         WHEN link.leaves_out_pay THEN shown.notes - pay_inputs
         ELSE shown.notes END,
    shown.inputs, shown.custom_lines;
END
$$;

-- Writes what was done by a link into the audit log of its organisation, by nobody where nobody is signed in. Nothing where the link
-- opens nothing.
CREATE FUNCTION record_share_link_event(wanted_hash bytea, event_action text, client_address text, event_detail jsonb)
  RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO public.audit_events (organisation_id, actor_id, action, subject_type, subject_id, address, detail)
  SELECT l.organisation_id, public.scope_user(), event_action, 'link', l.id::text, client_address,
         jsonb_build_object('model', l.model_id) || event_detail
  FROM public.share_links l
  JOIN public.cost_models c ON c.id = l.model_id AND c.organisation_id = l.organisation_id
  WHERE l.token_hash = wanted_hash AND l.revoked_at IS NULL AND l.expires_at > now()
    AND c.archived_at IS NULL AND c.deleted_at IS NULL
    AND event_action IN ('link.refused', 'link.exported', 'link.copied')
$$;

REVOKE ALL ON FUNCTION read_share_link(bytea, boolean, boolean, text[], text[]),
  record_share_link_event(bytea, text, text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION read_share_link(bytea, boolean, boolean, text[], text[]),
  record_share_link_event(bytea, text, text, jsonb) TO peerbalance_app;
