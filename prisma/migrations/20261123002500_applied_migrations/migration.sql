-- Lets a server tell whether its database is ready for it; the application's role may not read the list itself.
CREATE FUNCTION applied_migrations() RETURNS SETOF text LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT m.migration_name::text FROM public._prisma_migrations m
    WHERE m.finished_at IS NOT NULL AND m.rolled_back_at IS NULL;
END
$$;
REVOKE ALL ON FUNCTION applied_migrations() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION applied_migrations() TO peerbalance_app;
