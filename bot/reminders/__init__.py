"""The heartbeat and the delivery loop. The database is the schedule; nothing is kept in memory."""
