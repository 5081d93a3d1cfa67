-- Writes that a record was downloaded by its link into the audit log of its organisation; nothing where the link opens nothing.
CREATE FUNCTION record_decision_link_download(wanted_hash bytea, client_address text)
  RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO public.audit_events (organisation_id, actor_id, action, subject_type, subject_id, address, detail)
  SELECT l.organisation_id, public.scope_user(), 'decision.exported', 'decision', d.id::text, client_address,
         jsonb_build_object('model', l.model_id, 'number', d.number, 'file', 'record.pdf', 'by', 'link')
  FROM public.decision_links l
  JOIN public.decisions d ON d.id = l.decision_id AND d.organisation_id = l.organisation_id
  JOIN public.cost_models c ON c.id = l.model_id AND c.organisation_id = l.organisation_id
  WHERE l.token_hash = wanted_hash AND l.revoked_at IS NULL AND l.expires_at > now()
    AND c.archived_at IS NULL AND c.deleted_at IS NULL
$$;

-- PostgreSQL lets everyone call a new function.
REVOKE ALL ON FUNCTION record_decision_link_download(bytea, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION record_decision_link_download(bytea, text) TO peerbalance_app;

-- Those who look at a decision see what others change of it.
CREATE TRIGGER decision_criteria_tell AFTER INSERT OR UPDATE OR DELETE ON decision_criteria FOR EACH ROW
  EXECUTE FUNCTION tell_of_change('decision');
CREATE TRIGGER decision_weights_tell AFTER INSERT OR UPDATE OR DELETE ON decision_weights FOR EACH ROW
  EXECUTE FUNCTION tell_of_change('decision');
