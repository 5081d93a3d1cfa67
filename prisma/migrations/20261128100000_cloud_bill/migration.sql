-- Lines of the cloud's bill stand with the other rows of a model. Scenarios have none: is_changed_rows stays.
CREATE OR REPLACE FUNCTION is_rows(tables jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN jsonb_typeof(tables) = 'object' THEN
    octet_length(tables::text) <= 1572864
    AND tables - '{register,equipmentLines,staffLines,participantKinds,billLines}'::text[] = '{}'
    AND NOT EXISTS (SELECT FROM jsonb_each(tables) AS t WHERE jsonb_typeof(t.value) <> 'array')
  ELSE false END
$$;
