# failed, unwritten
# nothing yet
