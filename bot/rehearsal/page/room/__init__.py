"""The folder of a rehearsal: what lies in it, so that it can go on where it was ended or killed."""
