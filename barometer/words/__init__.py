"""The words in which people are told things, one data file a language: pages, mails, feeds."""
