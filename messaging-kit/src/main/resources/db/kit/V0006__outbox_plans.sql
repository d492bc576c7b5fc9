-- To the planner a table of no pages is read for nothing, and the plan that it then makes is kept when there are some.
ALTER TABLE outbox SET (vacuum_truncate = false);
