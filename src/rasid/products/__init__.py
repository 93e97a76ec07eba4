"""What people take away: briefs and exports."""
