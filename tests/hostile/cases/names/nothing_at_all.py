# failed, unwritten
