-- What must hold whatever the code does.

ALTER TABLE "users"
  ADD CONSTRAINT "users_email_check" CHECK (
    email = lower(btrim(email)) AND email ~ '^[^@\s]+@[^@\s]+$' AND char_length(email) <= 254),
  ADD CONSTRAINT "users_name_check" CHECK (char_length(btrim(name)) BETWEEN 1 AND 200),
  ADD CONSTRAINT "users_password_hash_check" CHECK (password_hash LIKE '$argon2id$%' AND char_length(password_hash) <= 300);

ALTER TABLE "sessions"
  ADD CONSTRAINT "sessions_token_hash_check" CHECK (octet_length(token_hash) = 32),
  ADD CONSTRAINT "sessions_seen_at_check" CHECK (seen_at >= created_at),
  ADD CONSTRAINT "sessions_address_check" CHECK (char_length(address) <= 100),
  ADD CONSTRAINT "sessions_agent_check" CHECK (char_length(agent) <= 500);

ALTER TABLE "password_resets"
  ADD CONSTRAINT "password_resets_token_hash_check" CHECK (octet_length(token_hash) = 32),
  ADD CONSTRAINT "password_resets_expires_at_check" CHECK (expires_at > created_at);

ALTER TABLE "organisations"
  ADD CONSTRAINT "organisations_name_check" CHECK (char_length(btrim(name)) BETWEEN 1 AND 200);

ALTER TABLE "cost_models"
  ADD CONSTRAINT "cost_models_name_check" CHECK (char_length(btrim(name)) BETWEEN 1 AND 200),
  ADD CONSTRAINT "cost_models_description_check" CHECK (char_length(description) <= 10000),
  ADD CONSTRAINT "cost_models_start_month_check" CHECK (extract(day FROM start_month) = 1),
  ADD CONSTRAINT "cost_models_currency_check" CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT "cost_models_template_key_check" CHECK (char_length(template_key) BETWEEN 1 AND 100),
  ADD CONSTRAINT "cost_models_model_version_check" CHECK (model_version >= 1),
  ADD CONSTRAINT "cost_models_inputs_check" CHECK (
    jsonb_typeof(inputs) = 'object' AND octet_length(inputs::text) <= 65536),
  ADD CONSTRAINT "cost_models_custom_lines_check" CHECK (
    jsonb_typeof(custom_lines) = 'array' AND octet_length(custom_lines::text) <= 262144),
  ADD CONSTRAINT "cost_models_revision_check" CHECK (revision >= 1);

ALTER TABLE "revisions"
  ADD CONSTRAINT "revisions_number_check" CHECK (number >= 1),
  ADD CONSTRAINT "revisions_name_check" CHECK (char_length(btrim(name)) BETWEEN 1 AND 200),
  ADD CONSTRAINT "revisions_description_check" CHECK (char_length(description) <= 10000),
  ADD CONSTRAINT "revisions_start_month_check" CHECK (extract(day FROM start_month) = 1),
  ADD CONSTRAINT "revisions_currency_check" CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT "revisions_model_version_check" CHECK (model_version >= 1),
  ADD CONSTRAINT "revisions_inputs_check" CHECK (
    jsonb_typeof(inputs) = 'object' AND octet_length(inputs::text) <= 65536),
  ADD CONSTRAINT "revisions_custom_lines_check" CHECK (
    jsonb_typeof(custom_lines) = 'array' AND octet_length(custom_lines::text) <= 262144),
  ADD CONSTRAINT "revisions_note_check" CHECK (char_length(note) <= 2000);

ALTER TABLE "share_invitations"
  ADD CONSTRAINT "share_invitations_email_check" CHECK (
    email = lower(btrim(email)) AND email ~ '^[^@\s]+@[^@\s]+$' AND char_length(email) <= 254),
  ADD CONSTRAINT "share_invitations_token_hash_check" CHECK (octet_length(token_hash) = 32),
  ADD CONSTRAINT "share_invitations_expires_at_check" CHECK (expires_at > created_at),
  ADD CONSTRAINT "share_invitations_accepted_check" CHECK (accepted_by_id IS NULL OR accepted_at IS NOT NULL),
  ADD CONSTRAINT "share_invitations_one_end_check" CHECK (accepted_at IS NULL OR revoked_at IS NULL);

ALTER TABLE "audit_events"
  ADD CONSTRAINT "audit_events_action_check" CHECK (char_length(action) BETWEEN 1 AND 100),
  ADD CONSTRAINT "audit_events_subject_type_check" CHECK (char_length(subject_type) BETWEEN 1 AND 100),
  ADD CONSTRAINT "audit_events_subject_id_check" CHECK (char_length(subject_id) BETWEEN 1 AND 100),
  ADD CONSTRAINT "audit_events_address_check" CHECK (char_length(address) <= 100),
  ADD CONSTRAINT "audit_events_detail_check" CHECK (
    jsonb_typeof(detail) = 'object' AND octet_length(detail::text) <= 16384);

-- A save that does not count up the revision would overwrite another's in silence.
CREATE FUNCTION count_up_revision() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.revision = OLD.revision + 1 THEN
    RETURN NEW;
  END IF;
  IF NEW.revision <> OLD.revision
     OR (NEW.name, NEW.description, NEW.start_month, NEW.currency, NEW.model_version, NEW.inputs, NEW.custom_lines)
        IS DISTINCT FROM
        (OLD.name, OLD.description, OLD.start_month, OLD.currency, OLD.model_version, OLD.inputs, OLD.custom_lines)
  THEN
    RAISE EXCEPTION 'a change of model % must go from revision % to %', OLD.id, OLD.revision, OLD.revision + 1
      USING ERRCODE = 'check_violation', CONSTRAINT = 'cost_models_revision_counts_up';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "cost_models_revision_counts_up" BEFORE UPDATE ON "cost_models"
  FOR EACH ROW EXECUTE FUNCTION count_up_revision();
