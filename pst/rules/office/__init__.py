"""The office itself: settings, people, agencies, holidays, mail, reports."""
