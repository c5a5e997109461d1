"""How things look: functions that paint prepared looks, knowing neither scene nor session."""
