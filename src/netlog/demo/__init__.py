"""An invented journal, for those who want to see netlog at work before they write in it."""
