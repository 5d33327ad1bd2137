"""What the page shows, as JSON: everything out of one Scene, for one person in one chat."""
