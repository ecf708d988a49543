--> statement-breakpoint
CREATE INDEX "messages_search" ON "messages" USING gin (string_to_array("terms", ' ')) WHERE "terms" <> '';
--> statement-breakpoint
CREATE SEQUENCE "messages_terms_key_seq";
