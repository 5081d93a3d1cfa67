-- AlterEnum
ALTER TYPE "comment_subject" ADD VALUE 'line';

-- AlterTable
ALTER TABLE "comments" ADD COLUMN     "subject_label" TEXT NOT NULL DEFAULT '';

ALTER TABLE "comments" ADD CONSTRAINT "comments_subject_label_check" CHECK (char_length(subject_label) <= 200);

-- Comments are told of as everything else that happens to a model: with its id, and without a word of them.
CREATE TRIGGER "comments_tell_live" AFTER INSERT OR UPDATE OR DELETE ON "comments" FOR EACH ROW
  EXECUTE FUNCTION tell_of_change('comments');

-- The comments that a read-only link shows, with the names of who wrote them: none unless the link shows comments and opens at all.
-- Where it leaves out pay, only threads on the model and on what is named as shown: inputs, results, and own lines that are of no
-- category of pay, so that what is not known to be harmless stays out. Where it keeps to a revision, what was said until the link was
-- made; words that were changed since are left out, for the old ones are not kept. The ids are for the server alone.
CREATE FUNCTION read_share_link_comments(wanted_hash bytea, shown_inputs text[], shown_results text[], pay_categories text[])
  RETURNS TABLE (id uuid, thread_id uuid, subject text, subject_key text, subject_label text, body text, author text,
                 mentioned jsonb, created_at timestamptz, edited_at timestamptz, is_deleted boolean, is_changed_since boolean,
                 resolved_at timestamptz, resolved_by text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH link AS (
    SELECT l.organisation_id, l.model_id, l.leaves_out_pay, l.frozen_revision,
           CASE WHEN l.frozen_revision IS NULL THEN 'infinity'::timestamptz ELSE l.created_at END AS until,
           c.custom_lines AS live_lines
    FROM public.share_links l
    JOIN public.cost_models c ON c.id = l.model_id AND c.organisation_id = l.organisation_id
    WHERE l.token_hash = wanted_hash AND l.revoked_at IS NULL AND l.expires_at > now() AND NOT l.leaves_out_comments
      AND c.archived_at IS NULL AND c.deleted_at IS NULL),
  lines AS (
    SELECT coalesce(line.value ->> 'id', 'line-' || line.place) AS key, line.value ->> 'category' AS category
    FROM link k
    LEFT JOIN public.revisions r ON r.model_id = k.model_id AND r.organisation_id = k.organisation_id
      AND r.number = k.frozen_revision
    CROSS JOIN LATERAL jsonb_array_elements(coalesce(r.custom_lines, k.live_lines)) WITH ORDINALITY AS line (value, place)),
  threads AS (
    SELECT f.*, k.until FROM link k
    JOIN public.comments f ON f.organisation_id = k.organisation_id AND f.model_id = k.model_id
    WHERE f.thread_id IS NULL AND f.created_at <= k.until
      AND (NOT k.leaves_out_pay
           OR CASE f.subject::text
                WHEN 'model' THEN true
                WHEN 'input' THEN f.subject_key = ANY (shown_inputs)
                WHEN 'result' THEN f.subject_key = ANY (shown_results)
                WHEN 'line' THEN EXISTS (SELECT FROM lines n WHERE n.key = f.subject_key)
                  AND NOT EXISTS (SELECT FROM lines n WHERE n.key = f.subject_key AND n.category = ANY (pay_categories))
                ELSE false
              END)
    ORDER BY f.created_at DESC, f.id LIMIT 1000)
  SELECT c.id, t.id, t.subject::text, t.subject_key, t.subject_label,
         CASE WHEN c.edited_at > t.until THEN '' ELSE c.body END,
         (SELECT u.name FROM public.users u WHERE u.id = c.author_id),
         CASE WHEN c.edited_at > t.until THEN '{}' ELSE (
           SELECT coalesce(jsonb_object_agg(u.id, u.name), '{}') FROM public.mentioned_in(c.body) AS m
           JOIN public.users u ON u.id = m) END,
         c.created_at, c.edited_at, c.deleted_at IS NOT NULL, coalesce(c.edited_at > t.until, false),
         CASE WHEN t.resolved_at <= t.until THEN t.resolved_at END,
         CASE WHEN t.resolved_at <= t.until THEN (SELECT u.name FROM public.users u WHERE u.id = t.resolved_by_id) END
  FROM threads t
  JOIN public.comments c ON c.organisation_id = t.organisation_id AND c.model_id = t.model_id
    AND (c.id = t.id OR c.thread_id = t.id) AND c.created_at <= t.until
  ORDER BY t.created_at DESC, t.id, (c.thread_id IS NOT NULL), c.created_at, c.id
$$;
REVOKE ALL ON FUNCTION read_share_link_comments(bytea, text[], text[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION read_share_link_comments(bytea, text[], text[], text[]) TO peerbalance_app;
