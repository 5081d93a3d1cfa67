-- Comments on rows of every table, not on own lines alone: the subject is a row, and its key names the table and the row.
ALTER TYPE comment_subject RENAME VALUE 'line' TO 'row';
UPDATE comments SET subject_key = 'customLines ' || subject_key WHERE subject = 'row';

-- As in the first migration. Where a link leaves out pay, threads on lines of staff stay out as their lines do, and those on
-- machines, equipment and kinds of participants, which are of no pay, are shown.
CREATE OR REPLACE FUNCTION read_share_link_comments(wanted_hash bytea, shown_inputs text[], shown_results text[],
                                         pay_categories text[])
  RETURNS TABLE (id uuid, thread_id uuid, subject text, subject_key text, subject_label text, body text, author text,
                 mentioned jsonb, created_at timestamptz, edited_at timestamptz, is_deleted boolean,
                 is_changed_since boolean, resolved_at timestamptz, resolved_by text)
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
    SELECT 'customLines ' || coalesce(line.value ->> 'id', 'line-' || line.place) AS key, line.value ->> 'category' AS category
    FROM link k
    LEFT JOIN public.revisions r ON r.model_id = k.model_id AND r.organisation_id = k.organisation_id
      AND r.number = k.frozen_revision
    CROSS JOIN LATERAL jsonb_array_elements(coalesce(r.custom_lines, k.live_lines))
      WITH ORDINALITY AS line (value, place)),
  threads AS (
    SELECT f.*, k.until FROM link k
    JOIN public.comments f ON f.organisation_id = k.organisation_id AND f.model_id = k.model_id
    WHERE f.thread_id IS NULL AND f.created_at <= k.until
      AND (NOT k.leaves_out_pay
           OR CASE f.subject::text
                WHEN 'model' THEN true
                WHEN 'input' THEN f.subject_key = ANY (shown_inputs)
                WHEN 'result' THEN f.subject_key = ANY (shown_results)
                WHEN 'row' THEN CASE split_part(f.subject_key, ' ', 1)
                  WHEN 'customLines' THEN EXISTS (SELECT FROM lines n WHERE n.key = f.subject_key)
                    AND NOT EXISTS (SELECT FROM lines n WHERE n.key = f.subject_key AND n.category = ANY (pay_categories))
                  WHEN 'register' THEN true
                  WHEN 'equipmentLines' THEN true
                  WHEN 'participantKinds' THEN true
                  ELSE false END
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
