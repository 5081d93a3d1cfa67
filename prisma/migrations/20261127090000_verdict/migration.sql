-- What the trials of a model say of its answer, for lists. It is worked out a while after a save; a save takes it away.
ALTER TABLE cost_models ADD COLUMN verdict text CHECK (char_length(verdict) <= 2000);
GRANT UPDATE (verdict) ON cost_models TO peerbalance_app;
