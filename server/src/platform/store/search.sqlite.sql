--> statement-breakpoint
CREATE VIRTUAL TABLE `messages_search` USING fts5(terms, content='', contentless_delete=1, tokenize="ascii tokenchars '-_'");
--> statement-breakpoint
CREATE TRIGGER `messages_search_added` AFTER INSERT ON `messages` WHEN new.terms <> '' BEGIN INSERT INTO messages_search(rowid, terms) VALUES (new.terms_key, new.terms); END;
--> statement-breakpoint
CREATE TRIGGER `messages_search_changed` AFTER UPDATE OF terms ON `messages` WHEN old.terms <> new.terms BEGIN DELETE FROM messages_search WHERE rowid = old.terms_key; INSERT INTO messages_search(rowid, terms) SELECT new.terms_key, new.terms WHERE new.terms <> ''; END;
--> statement-breakpoint
CREATE TRIGGER `messages_search_removed` AFTER DELETE ON `messages` WHEN old.terms <> '' BEGIN DELETE FROM messages_search WHERE rowid = old.terms_key; END;
