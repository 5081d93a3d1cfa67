-- Decisions that are kept for good: a frozen document with its digest and signature, and who approved it or not.

-- Statements below name values of notice_kind that are new; none is looked at before this is committed.
SET LOCAL check_function_bodies = off;

-- Closes a table, also to its owner, but for functions of the owner's, as the first migration does.
CREATE PROCEDURE close_table(name regclass) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', name);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', name);
  EXECUTE format('CREATE POLICY definer ON %s TO CURRENT_USER
                  USING (current_setting(''search_path'') = ''pg_catalog, pg_temp'')
                  WITH CHECK (current_setting(''search_path'') = ''pg_catalog, pg_temp'')', name);
  EXECUTE format('REVOKE ALL ON %s FROM PUBLIC, peerbalance_app', name);
END
$$;

-- How a session was begun: an approval says so. Unknown of those that are open already.
ALTER TABLE sessions ADD COLUMN way text CHECK (way IN ('password', 'mail', 'OpenID Connect'));

-- Keys of the installation --------------------------------------------------------------------------------------------
-- They name nobody, and are reached by the functions below alone.

CREATE TABLE signing_keys (
  id text PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9_-]{43}$'),
  public_key text NOT NULL CHECK (public_key ~ '^[A-Za-z0-9_-]{43}$'),
  sealed_key bytea CHECK (octet_length(sealed_key) BETWEEN 28 AND 1000),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  retired_at timestamptz(3),
  -- What is retired signs nothing any more.
  CONSTRAINT signing_keys_retired_check CHECK ((sealed_key IS NULL) = (retired_at IS NOT NULL))
);
CREATE UNIQUE INDEX signing_keys_present ON signing_keys ((true)) WHERE retired_at IS NULL;
CALL close_table('signing_keys');

-- All of them, the newest first; the sealed key of the present one.
CREATE FUNCTION list_signing_keys()
  RETURNS TABLE (id text, public_key text, sealed_key bytea, created_at timestamptz, retired_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT k.id, k.public_key, k.sealed_key, k.created_at, k.retired_at FROM public.signing_keys k
  ORDER BY k.created_at DESC, k.id
$$;

-- The next signature is made with a new key. For an operator, and where a key can no longer be opened.
CREATE FUNCTION retire_signing_key(retired text DEFAULT NULL) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.signing_keys k SET retired_at = now(), sealed_key = NULL
    WHERE k.retired_at IS NULL AND (retired IS NULL OR k.id = retired);
  RETURN FOUND;
END
$$;

-- Adds a key, unless another server has been faster.
CREATE FUNCTION add_signing_key(new_id text, new_public_key text, new_sealed_key bytea, replaced text) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF replaced IS NOT NULL THEN
    PERFORM public.retire_signing_key(replaced);
  END IF;
  INSERT INTO public.signing_keys (id, public_key, sealed_key) VALUES (new_id, new_public_key, new_sealed_key)
    ON CONFLICT DO NOTHING;
END
$$;

-- Decisions -----------------------------------------------------------------------------------------------------------

CREATE TYPE decision_state AS ENUM ('proposed', 'approved', 'rejected', 'superseded');

CREATE TABLE decisions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL,
  model_id uuid NOT NULL,
  number integer NOT NULL CHECK (number >= 1),
  state decision_state NOT NULL DEFAULT 'proposed',
  title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
  architecture text NOT NULL CHECK (architecture ~ '^[A-Za-z]{1,40}$'),
  document text NOT NULL CHECK (octet_length(document) <= 16777216),
  digest text NOT NULL,
  key_id text NOT NULL REFERENCES signing_keys,
  signature text NOT NULL CHECK (signature ~ '^[A-Za-z0-9_-]{86}$'),
  approvals_needed integer NOT NULL CHECK (approvals_needed BETWEEN 1 AND 20),
  review_on date,
  proposed_by_id uuid REFERENCES users ON UPDATE CASCADE ON DELETE SET NULL,
  owner_id uuid REFERENCES users ON UPDATE CASCADE ON DELETE SET NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  decided_at timestamptz(3),
  superseded_by integer,
  checked_at timestamptz(3),
  alerts text[] NOT NULL DEFAULT '{}',
  FOREIGN KEY (organisation_id, model_id) REFERENCES cost_models (organisation_id, id)
    ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT decisions_digest_check CHECK (digest = encode(sha256(convert_to(document, 'UTF8')), 'hex')),
  CONSTRAINT decisions_superseded_by_check CHECK ((state = 'superseded') = (superseded_by IS NOT NULL)),
  CONSTRAINT decisions_decided_at_check CHECK ((state = 'proposed') = (decided_at IS NULL))
);
CREATE UNIQUE INDEX decisions_model_id_number_key ON decisions (model_id, number);
CREATE UNIQUE INDEX decisions_organisation_id_model_id_id_key ON decisions (organisation_id, model_id, id);
CREATE UNIQUE INDEX decisions_approved ON decisions (model_id) WHERE state = 'approved';
CREATE INDEX decisions_proposed_by_id_idx ON decisions (proposed_by_id);
CREATE INDEX decisions_owner_id_idx ON decisions (owner_id);
CREATE INDEX decisions_key_id_idx ON decisions (key_id);

CALL close_table('decisions');
-- Seen by those who see the model, proposed by those who may change it. Nobody changes one: its state follows from approvals.
GRANT SELECT, INSERT ON decisions TO peerbalance_app;
CREATE POLICY read ON decisions FOR SELECT TO peerbalance_app
  USING (EXISTS (SELECT FROM cost_models c WHERE c.id = model_id AND c.organisation_id = decisions.organisation_id));
CREATE POLICY add ON decisions FOR INSERT TO peerbalance_app
  WITH CHECK (proposed_by_id = (SELECT scope_user()) AND state = 'proposed' AND checked_at IS NULL AND alerts = '{}'
              AND scope_may_edit(organisation_id, model_id));

CREATE TYPE decision_answer AS ENUM ('approved', 'rejected');

CREATE TABLE decision_approvals (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL,
  model_id uuid NOT NULL,
  decision_id uuid NOT NULL,
  user_id uuid REFERENCES users ON UPDATE CASCADE ON DELETE SET NULL,
  name text NOT NULL,
  answer decision_answer,
  answered_at timestamptz(3),
  signed_in_by text CHECK (signed_in_by IN ('password', 'mail', 'OpenID Connect', 'API token', 'unknown')),
  digest text CHECK (digest ~ '^[0-9a-f]{64}$'),
  FOREIGN KEY (organisation_id, model_id, decision_id) REFERENCES decisions (organisation_id, model_id, id)
    ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT decision_approvals_answer_check CHECK (
    (answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (signed_in_by IS NULL)
    AND (answer IS NULL) = (digest IS NULL))
);
CREATE UNIQUE INDEX decision_approvals_decision_id_user_id_key ON decision_approvals (decision_id, user_id);
CREATE INDEX decision_approvals_user_id_idx ON decision_approvals (user_id);

CALL close_table('decision_approvals');
GRANT SELECT, INSERT, UPDATE (answer, answered_at, signed_in_by, digest) ON decision_approvals TO peerbalance_app;
CREATE POLICY read ON decision_approvals FOR SELECT TO peerbalance_app
  USING (EXISTS (SELECT FROM decisions d WHERE d.id = decision_id AND d.organisation_id = decision_approvals.organisation_id));
CREATE POLICY add ON decision_approvals FOR INSERT TO peerbalance_app
  WITH CHECK (answer IS NULL AND scope_may_edit(organisation_id, model_id));
-- Each answers for themselves, once, while they may see the model.
CREATE POLICY change ON decision_approvals FOR UPDATE TO peerbalance_app
  USING (user_id = (SELECT scope_user()) AND answer IS NULL AND scope_may_view(organisation_id, model_id))
  WITH CHECK (user_id = (SELECT scope_user()) AND answer IS NOT NULL);

-- Asked is only who is named in the signed document, by the person who proposed it, and who may see the model.
CREATE FUNCTION keep_approver() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM public.decisions d
    WHERE d.id = NEW.decision_id AND d.organisation_id = NEW.organisation_id AND d.model_id = NEW.model_id
      AND d.state = 'proposed' AND d.proposed_by_id = public.scope_user()
      AND EXISTS (SELECT FROM jsonb_array_elements(d.document::jsonb -> 'decision' -> 'approvers') p
                  WHERE p ->> 'id' = NEW.user_id::text))
     OR NOT public.may_view_model(NEW.user_id, NEW.organisation_id, NEW.model_id)
  THEN
    RAISE EXCEPTION 'no approver of decision %', NEW.decision_id USING ERRCODE = 'insufficient_privilege';
  END IF;
  NEW.name := (SELECT u.name FROM public.users u WHERE u.id = NEW.user_id);
  RETURN NEW;
END
$$;
CREATE TRIGGER decision_approvals_keep BEFORE INSERT ON decision_approvals
  FOR EACH ROW EXECUTE FUNCTION keep_approver();

-- An answer is to the document that stood on the person's screen, and to a proposal that is still open.
CREATE FUNCTION keep_answer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  asked public.decisions;
BEGIN
  SELECT d.* INTO asked FROM public.decisions d
    WHERE d.id = NEW.decision_id AND d.organisation_id = NEW.organisation_id FOR UPDATE;
  IF asked.state <> 'proposed' OR asked.digest <> NEW.digest THEN
    RAISE EXCEPTION 'decision % is not open for an answer to %', NEW.decision_id, NEW.digest
      USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_approvals_digest';
  END IF;
  NEW.answered_at := now();
  RETURN NEW;
END
$$;
CREATE TRIGGER decision_approvals_keep_answer BEFORE UPDATE ON decision_approvals
  FOR EACH ROW WHEN (NEW.answer IS DISTINCT FROM OLD.answer) EXECUTE FUNCTION keep_answer();

-- Notices -------------------------------------------------------------------------------------------------------------

ALTER TYPE notice_kind ADD VALUE 'decision_proposed';
ALTER TYPE notice_kind ADD VALUE 'decision_approved';
ALTER TYPE notice_kind ADD VALUE 'decision_rejected';
ALTER TYPE notice_kind ADD VALUE 'decision_due';

ALTER TABLE notices ADD COLUMN decision_id uuid REFERENCES decisions ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE notices ADD CONSTRAINT notices_decision_check
  CHECK ((kind::text LIKE 'decision%') = (decision_id IS NOT NULL));
CREATE INDEX notices_decision_id_idx ON notices (decision_id);

CREATE FUNCTION tell_of_decision_to(person uuid, told text, decision public.decisions) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF public.may_view_model(person, decision.organisation_id, decision.model_id) THEN
    INSERT INTO public.notices (user_id, kind, organisation_id, model_id, decision_id, actor_id)
    VALUES (person, told::public.notice_kind, decision.organisation_id, decision.model_id, decision.id,
            public.scope_user());
  END IF;
END
$$;

-- Each approver but the proposer hears of the proposal.
CREATE FUNCTION tell_of_proposal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  asked public.decisions;
BEGIN
  SELECT d.* INTO asked FROM public.decisions d WHERE d.id = NEW.decision_id AND d.organisation_id = NEW.organisation_id;
  IF NEW.user_id IS DISTINCT FROM asked.proposed_by_id THEN
    PERFORM public.tell_of_decision_to(NEW.user_id, 'decision_proposed', asked);
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER decision_approvals_tell AFTER INSERT ON decision_approvals
  FOR EACH ROW EXECUTE FUNCTION tell_of_proposal();

-- Approved once enough have approved, rejected once so many cannot any more. An approved decision supersedes the one before it.
CREATE FUNCTION settle_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  asked public.decisions;
  approved integer;
  rejected integer;
  all_asked integer;
  outcome public.decision_state;
  reader uuid;
BEGIN
  SELECT d.* INTO asked FROM public.decisions d WHERE d.id = NEW.decision_id AND d.organisation_id = NEW.organisation_id;
  SELECT count(*) FILTER (WHERE a.answer = 'approved'), count(*) FILTER (WHERE a.answer = 'rejected'), count(*)
    INTO approved, rejected, all_asked FROM public.decision_approvals a WHERE a.decision_id = asked.id;
  IF approved >= asked.approvals_needed THEN
    outcome := 'approved';
    UPDATE public.decisions d SET state = 'superseded', superseded_by = asked.number
      WHERE d.model_id = asked.model_id AND d.organisation_id = asked.organisation_id AND d.state = 'approved';
  ELSIF rejected > all_asked - asked.approvals_needed THEN
    outcome := 'rejected';
  ELSE
    RETURN NULL;
  END IF;
  UPDATE public.decisions d SET state = outcome, decided_at = now() WHERE d.id = asked.id;
  FOR reader IN SELECT DISTINCT p.person FROM unnest(ARRAY[asked.proposed_by_id, asked.owner_id]) AS p (person)
                WHERE p.person IS NOT NULL AND p.person <> public.scope_user() LOOP
    PERFORM public.tell_of_decision_to(reader, 'decision_' || outcome::text, asked);
  END LOOP;
  RETURN NULL;
END
$$;
CREATE TRIGGER decision_approvals_settle AFTER UPDATE ON decision_approvals
  FOR EACH ROW WHEN (NEW.answer IS DISTINCT FROM OLD.answer) EXECUTE FUNCTION settle_decision();

-- Looking again -------------------------------------------------------------------------------------------------------

-- Hands out approved decisions that nobody has looked at for a day, each to one server, with who answers for them. What they rest
-- on is read in the scope of that person.
CREATE FUNCTION take_decisions_to_check(most integer)
  RETURNS TABLE (decision_id uuid, model_id uuid, owner_id uuid, owner_name text, owner_email text)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  UPDATE public.decisions d SET checked_at = now()
  FROM public.users u
  WHERE u.id = d.owner_id AND d.id IN (
    SELECT e.id FROM public.decisions e
    JOIN public.cost_models c ON c.id = e.model_id AND c.organisation_id = e.organisation_id
    WHERE e.state = 'approved' AND e.owner_id IS NOT NULL AND c.deleted_at IS NULL
      AND (e.checked_at IS NULL OR e.checked_at < now() - interval '23 hours')
    ORDER BY e.checked_at NULLS FIRST, e.id LIMIT most FOR UPDATE OF e SKIP LOCKED)
  RETURNING d.id, d.model_id, u.id, u.name, u.email
$$;

-- Keeps what now speaks for looking at a decision again, and tells the person of the scope, who answers for it, of what is new.
CREATE FUNCTION tell_of_due_decision(decision uuid, due text[]) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  checked public.decisions;
BEGIN
  SELECT d.* INTO checked FROM public.decisions d
    WHERE d.id = decision AND d.owner_id = public.scope_user() AND d.state = 'approved' FOR UPDATE;
  IF checked.id IS NULL OR NOT public.scope_may_view(checked.organisation_id, checked.model_id) THEN
    RETURN false;
  END IF;
  UPDATE public.decisions d SET alerts = due WHERE d.id = checked.id;
  IF due <@ checked.alerts THEN
    RETURN false;
  END IF;
  PERFORM public.tell_of_decision_to(checked.owner_id, 'decision_due', checked);
  RETURN true;
END
$$;

-- As before; of a decision, its number, and also what a person is told because they answer for it.
DROP FUNCTION take_notices_to_mail();
CREATE FUNCTION take_notices_to_mail()
  RETURNS TABLE (email text, reader_id uuid, kind public.notice_kind, role public.share_role, actor_name text,
                 model_id uuid, model_name text, comment_id uuid, thread_id uuid, decision_number integer)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  UPDATE public.notices n SET mailed_at = now()
  FROM public.users reader, public.users actor, public.cost_models c
  WHERE n.actor_id = public.scope_user() AND n.mailed_at IS NULL AND n.read_at IS NULL
    AND n.created_at > now() - interval '10 minutes'
    AND reader.id = n.user_id AND reader.notices_by_mail AND reader.email_verified_at IS NOT NULL
    AND actor.id = n.actor_id AND c.id = n.model_id AND c.organisation_id = n.organisation_id
    AND public.may_view_model(n.user_id, n.organisation_id, n.model_id)
  RETURNING reader.email, reader.id, n.kind, n.role, actor.name, c.id, c.name, n.comment_id,
    (SELECT coalesce(k.thread_id, k.id) FROM public.comments k WHERE k.id = n.comment_id),
    (SELECT d.number FROM public.decisions d WHERE d.id = n.decision_id AND d.organisation_id = n.organisation_id)
$$;

-- Links to one record -------------------------------------------------------------------------------------------------

CREATE TABLE decision_links (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL,
  model_id uuid NOT NULL,
  decision_id uuid NOT NULL,
  token_hash bytea NOT NULL CHECK (octet_length(token_hash) = 32),
  created_by_id uuid REFERENCES users ON UPDATE CASCADE ON DELETE SET NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(3) NOT NULL,
  revoked_at timestamptz(3),
  FOREIGN KEY (organisation_id, model_id, decision_id) REFERENCES decisions (organisation_id, model_id, id)
    ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT decision_links_expires_at_check CHECK (
    expires_at > created_at AND expires_at <= created_at + interval '367 days')
);
CREATE UNIQUE INDEX decision_links_token_hash_key ON decision_links (token_hash);
CREATE INDEX decision_links_decision_id_idx ON decision_links (decision_id);
CREATE INDEX decision_links_created_by_id_idx ON decision_links (created_by_id);

CALL close_table('decision_links');
-- Made, seen and revoked by those who may share the model, as its links are. Nobody reads the hashes back.
GRANT SELECT (id, organisation_id, model_id, decision_id, created_by_id, created_at, expires_at, revoked_at),
  INSERT, UPDATE (revoked_at) ON decision_links TO peerbalance_app;
CREATE POLICY read ON decision_links FOR SELECT TO peerbalance_app USING (scope_may_manage(organisation_id, model_id));
CREATE POLICY add ON decision_links FOR INSERT TO peerbalance_app
  WITH CHECK (scope_may_manage(organisation_id, model_id) AND created_by_id = (SELECT scope_user()) AND revoked_at IS NULL);
CREATE POLICY change ON decision_links FOR UPDATE TO peerbalance_app
  USING (scope_may_manage(organisation_id, model_id) AND revoked_at IS NULL)
  WITH CHECK (scope_may_manage(organisation_id, model_id) AND revoked_at IS NOT NULL);

-- The record that a link shows: no row where it is unknown, revoked or expired, or its model is archived or deleted.
CREATE FUNCTION read_decision_link(wanted_hash bytea)
  RETURNS TABLE (document text, digest text, state public.decision_state, decided_at timestamptz, superseded_by integer,
                 answers jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT d.document, d.digest, d.state, d.decided_at, d.superseded_by,
    (SELECT coalesce(jsonb_agg(jsonb_build_object(
       'name', a.name, 'answer', a.answer, 'at', a.answered_at, 'signedInBy', a.signed_in_by)
       ORDER BY a.answered_at, a.name), '[]')
     FROM public.decision_approvals a WHERE a.decision_id = d.id)
  FROM public.decision_links l
  JOIN public.decisions d ON d.id = l.decision_id AND d.organisation_id = l.organisation_id
  JOIN public.cost_models c ON c.id = l.model_id AND c.organisation_id = l.organisation_id
  WHERE l.token_hash = wanted_hash AND l.revoked_at IS NULL AND l.expires_at > now()
    AND c.archived_at IS NULL AND c.deleted_at IS NULL
$$;

DROP PROCEDURE close_table;

-- PostgreSQL lets everyone call a new function.
REVOKE ALL ON FUNCTION list_signing_keys(), retire_signing_key(text), add_signing_key(text, text, bytea, text),
  keep_approver(), keep_answer(), tell_of_decision_to(uuid, text, decisions), tell_of_proposal(), settle_decision(),
  take_decisions_to_check(integer), tell_of_due_decision(uuid, text[]), take_notices_to_mail(),
  read_decision_link(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION list_signing_keys(), add_signing_key(text, text, bytea, text), take_decisions_to_check(integer),
  tell_of_due_decision(uuid, text[]), take_notices_to_mail(), read_decision_link(bytea) TO peerbalance_app;
