-- What an organisation states in rows beside inputs and own lines: the register of what stands, lines of equipment and of
-- staff, kinds of participants. A scenario states rows that it adds, changes or leaves out.

-- The tables by their names, each a list; one without rows is left out. What a row holds is the application's to say.
-- The most that it lets through takes 300 kB as it is sent, and some times that with its numbers written out.
CREATE FUNCTION is_rows(tables jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN jsonb_typeof(tables) = 'object' THEN
    octet_length(tables::text) <= 1572864
    AND tables - '{register,equipmentLines,staffLines,participantKinds}'::text[] = '{}'
    AND NOT EXISTS (SELECT FROM jsonb_each(tables) AS t WHERE jsonb_typeof(t.value) <> 'array')
  ELSE false END
$$;
REVOKE ALL ON FUNCTION is_rows(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION is_rows(jsonb) TO peerbalance_app;

-- The tables by their names, each with rows by their ids; null leaves a row out.
CREATE FUNCTION is_changed_rows(tables jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN jsonb_typeof(tables) = 'object' THEN
    octet_length(tables::text) <= 1572864
    AND tables - '{customLines,register,equipmentLines,staffLines,participantKinds}'::text[] = '{}'
    AND NOT EXISTS (SELECT FROM jsonb_each(tables) AS t WHERE jsonb_typeof(t.value) <> 'object')
  ELSE false END
$$;
REVOKE ALL ON FUNCTION is_changed_rows(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION is_changed_rows(jsonb) TO peerbalance_app;

ALTER TABLE cost_models ADD COLUMN rows jsonb NOT NULL DEFAULT '{}' CHECK (is_rows(rows));
GRANT UPDATE (rows) ON cost_models TO peerbalance_app;
ALTER TABLE revisions ADD COLUMN rows jsonb NOT NULL DEFAULT '{}' CHECK (is_rows(rows));
GRANT UPDATE (rows) ON revisions TO peerbalance_app;
-- Own lines have notes and sources now.
ALTER TABLE cost_models DROP CONSTRAINT cost_models_custom_lines_check, ADD CONSTRAINT cost_models_custom_lines_check
  CHECK (jsonb_typeof(custom_lines) = 'array' AND octet_length(custom_lines::text) <= 524288);
ALTER TABLE revisions DROP CONSTRAINT revisions_custom_lines_check, ADD CONSTRAINT revisions_custom_lines_check
  CHECK (jsonb_typeof(custom_lines) = 'array' AND octet_length(custom_lines::text) <= 524288);
ALTER TABLE scenarios ADD COLUMN rows jsonb NOT NULL DEFAULT '{}' CHECK (is_changed_rows(rows));
GRANT UPDATE (rows) ON scenarios TO peerbalance_app;

CREATE OR REPLACE FUNCTION count_up_scenario_revision() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.revision <> OLD.revision + 1
     AND (NEW.name, NEW.inputs, NEW.rows, NEW.currency_rate, NEW.revision)
         IS DISTINCT FROM (OLD.name, OLD.inputs, OLD.rows, OLD.currency_rate, OLD.revision)
  THEN
    RAISE EXCEPTION 'a change of scenario % must go from revision % to %', OLD.id, OLD.revision, OLD.revision + 1
      USING ERRCODE = 'check_violation', CONSTRAINT = 'scenarios_revision_counts_up';
  END IF;
  RETURN NEW;
END
$$;

-- A save that does not count up the revision would overwrite another's in silence.
CREATE OR REPLACE FUNCTION count_up_revision() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.revision = OLD.revision + 1 THEN
    RETURN NEW;
  END IF;
  IF NEW.revision <> OLD.revision
     OR (NEW.name, NEW.description, NEW.start_month, NEW.fiscal_year_start, NEW.currency, NEW.currency_rate,
         NEW.currency_rate_date, NEW.model_version, NEW.inputs, NEW.custom_lines, NEW.rows, NEW.notes, NEW.uncertainty)
        IS DISTINCT FROM
        (OLD.name, OLD.description, OLD.start_month, OLD.fiscal_year_start, OLD.currency, OLD.currency_rate,
         OLD.currency_rate_date, OLD.model_version, OLD.inputs, OLD.custom_lines, OLD.rows, OLD.notes, OLD.uncertainty)
  THEN
    RAISE EXCEPTION 'a change of model % must go from revision % to %', OLD.id, OLD.revision, OLD.revision + 1
      USING ERRCODE = 'check_violation', CONSTRAINT = 'cost_models_revision_counts_up';
  END IF;
  RETURN NEW;
END
$$;

-- A revision is changed in three ways only: see the first migration.
CREATE OR REPLACE FUNCTION keep_revisions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF OLD.is_kept AND NOT NEW.is_kept THEN
    RAISE EXCEPTION 'revision % of model % is kept', OLD.number, OLD.model_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'revisions_kept_stays';
  END IF;
  IF NEW.note <> OLD.note AND OLD.author_id IS DISTINCT FROM public.scope_user() THEN
    RAISE EXCEPTION 'only its author writes a note on revision % of model %', OLD.number, OLD.model_id
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF (NEW.number, NEW.name, NEW.description, NEW.start_month, NEW.fiscal_year_start, NEW.currency, NEW.currency_rate,
      NEW.currency_rate_date, NEW.money_kept, NEW.model_version, NEW.inputs, NEW.custom_lines, NEW.rows, NEW.notes,
      NEW.uncertainty, NEW.headline, NEW.created_at)
     IS NOT DISTINCT FROM
     (OLD.number, OLD.name, OLD.description, OLD.start_month, OLD.fiscal_year_start, OLD.currency, OLD.currency_rate,
      OLD.currency_rate_date, OLD.money_kept, OLD.model_version, OLD.inputs, OLD.custom_lines, OLD.rows, OLD.notes,
      OLD.uncertainty, OLD.headline, OLD.created_at)
  THEN
    RETURN NEW;
  END IF;
  IF OLD.author_id IS DISTINCT FROM public.scope_user()
     OR OLD.is_kept OR OLD.note <> '' OR OLD.restored_from IS NOT NULL OR OLD.number = 1
     OR OLD.created_at < now() - interval '6 minutes' OR OLD.started_at < now() - interval '35 minutes'
     OR NEW.number <> OLD.number + 1
     OR NOT EXISTS (SELECT FROM public.cost_models c
                    WHERE c.id = OLD.model_id AND c.organisation_id = OLD.organisation_id AND c.revision = NEW.number)
     OR EXISTS (SELECT FROM public.revisions r WHERE r.model_id = OLD.model_id AND r.number > OLD.number)
  THEN
    RAISE EXCEPTION 'revision % of model % can no longer be changed', OLD.number, OLD.model_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'revisions_fold';
  END IF;
  RETURN NEW;
END
$$;

-- What a person who holds a link may read: the only way from a link to a model. What the link leaves out is in no column
-- that is shown: pay is only in those that are evaluated, with the ranges beside it. Of pay are own lines of its
-- categories, and lines of staff as a whole: with heads or ranges beside a sum of staff, pay could be worked out. A link
-- without notes shows no notes and sources of rows either; ranges and evidence it shows all the same, for its answer
-- rests on them as it does on the inputs.
DROP FUNCTION read_share_link(bytea, boolean, boolean, text[], text[]);
CREATE FUNCTION read_share_link(wanted_hash bytea, is_unlocked boolean, counts boolean, pay_inputs text[],
                                pay_categories text[], pay_tables text[])
  RETURNS TABLE (link_id uuid, expires_at timestamptz, password_hash text, may_download boolean, leaves_out_pay boolean,
                 leaves_out_notes boolean, leaves_out_comments boolean, is_frozen boolean, revision integer,
                 changed_at timestamptz, name text, description text, start_month date,
                 fiscal_year_start smallint, currency text, currency_rate double precision,
                 currency_rate_date date, template_key text, model_version integer, inputs jsonb,
                 custom_lines jsonb, rows jsonb, notes jsonb, uncertainty jsonb, evaluated_inputs jsonb,
                 evaluated_lines jsonb, evaluated_rows jsonb, evaluated_notes jsonb)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  link public.share_links;
  shown record;
  -- Of what stands beside figures.
  left_out text[];
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
      NULL::timestamptz, NULL::text, NULL::text, NULL::date, NULL::smallint, NULL::text, NULL::double precision,
      NULL::date, NULL::text, NULL::integer, NULL::jsonb, NULL::jsonb, NULL::jsonb, NULL::jsonb, NULL::jsonb,
      NULL::jsonb, NULL::jsonb, NULL::jsonb, NULL::jsonb;
    RETURN;
  END IF;
  IF counts THEN
    UPDATE public.share_links l SET opened_count = l.opened_count + 1, last_opened_at = now() WHERE l.id = link.id;
  END IF;
  IF link.frozen_revision IS NULL THEN
    SELECT c.revision, c.changed_at, c.name, c.description, c.start_month, c.fiscal_year_start, c.currency,
           c.currency_rate, c.currency_rate_date, c.template_key, c.model_version, c.inputs, c.custom_lines, c.rows,
           c.notes, c.uncertainty
      INTO shown FROM public.cost_models c WHERE c.id = link.model_id AND c.organisation_id = link.organisation_id;
  ELSE
    SELECT r.number AS revision, r.created_at AS changed_at, r.name, r.description, r.start_month, r.fiscal_year_start,
           r.currency, r.currency_rate, r.currency_rate_date, c.template_key, r.model_version, r.inputs,
           r.custom_lines, r.rows, r.notes, r.uncertainty
      INTO shown FROM public.revisions r JOIN public.cost_models c ON c.id = r.model_id
      WHERE r.model_id = link.model_id AND r.organisation_id = link.organisation_id AND r.number = link.frozen_revision;
  END IF;
  left_out := CASE WHEN link.leaves_out_notes THEN '{note,source}'::text[] ELSE '{}' END;
  RETURN QUERY SELECT link.id, link.expires_at, link.password_hash, link.may_download, link.leaves_out_pay,
    link.leaves_out_notes, link.leaves_out_comments, link.frozen_revision IS NOT NULL, shown.revision, shown.changed_at,
    shown.name,
    CASE WHEN link.leaves_out_notes THEN '' ELSE shown.description END,
    shown.start_month, shown.fiscal_year_start, shown.currency, shown.currency_rate, shown.currency_rate_date,
    shown.template_key, shown.model_version,
    CASE WHEN link.leaves_out_pay THEN shown.inputs - pay_inputs ELSE shown.inputs END,
    (SELECT coalesce(jsonb_agg(line.value - left_out ORDER BY line.place), '[]')
     FROM jsonb_array_elements(shown.custom_lines) WITH ORDINALITY AS line (value, place)
     WHERE NOT link.leaves_out_pay OR line.value ->> 'category' <> ALL (pay_categories)),
    (SELECT coalesce(jsonb_object_agg(t.key, (
       SELECT coalesce(jsonb_agg(r.value - left_out ORDER BY r.place), '[]')
       FROM jsonb_array_elements(t.value) WITH ORDINALITY AS r (value, place))), '{}')
     FROM jsonb_each(shown.rows) AS t WHERE NOT link.leaves_out_pay OR t.key <> ALL (pay_tables)),
    (SELECT coalesce(jsonb_object_agg(n.key, n.beside), '{}')
     FROM (SELECT note.key, note.value - left_out AS beside
           FROM jsonb_each(shown.notes) AS note
           WHERE NOT link.leaves_out_pay OR note.key <> ALL (pay_inputs)) AS n
     WHERE n.beside <> '{}'),
    shown.uncertainty, shown.inputs, shown.custom_lines, shown.rows, shown.notes;
END
$$;
REVOKE ALL ON FUNCTION read_share_link(bytea, boolean, boolean, text[], text[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION read_share_link(bytea, boolean, boolean, text[], text[], text[]) TO peerbalance_app;
