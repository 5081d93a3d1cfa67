-- Between reading and changing: each role may do what those before it may, and the functions that compare roles go by this order.
-- In a migration of its own, for a value cannot be used in the transaction that adds it.
ALTER TYPE "share_role" ADD VALUE 'commenter' BEFORE 'editor';
