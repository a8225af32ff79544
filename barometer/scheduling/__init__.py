"""Starting crawls as child processes that die with their parent."""
