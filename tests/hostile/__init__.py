"""What learners' files can do, by accident or on purpose, through the real engine."""
