--> statement-breakpoint
CREATE INDEX "messages_search" ON "messages" USING gin (string_to_array("terms", ' ')) WHERE "terms" <> '';
--> statement-breakpoint
CREATE INDEX "messages_recent" ON "messages" (("community_id" || '/' || "group_id"), ("terms_key" + 0));
--> statement-breakpoint
CREATE FUNCTION "recent_messages"("of_group" text, "below" bigint, "at_most" bigint)
RETURNS TABLE ("key" bigint, "words" text) LANGUAGE sql STABLE PARALLEL SAFE
SET enable_seqscan = off SET enable_bitmapscan = off SET enable_sort = off
AS $$
  select m."terms_key", m."terms" from "messages" m
  where m."community_id" || '/' || m."group_id" = $1 and m."terms_key" + 0 < $2
  order by m."terms_key" + 0 desc limit $3
$$;
--> statement-breakpoint
CREATE FUNCTION "messages_with_terms"("all_of" text[], "any_of" text[], "below" bigint, "at_most" bigint)
RETURNS TABLE ("key" bigint) LANGUAGE sql STABLE PARALLEL SAFE
SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off
AS $$
  with found as materialized (
    select m."terms_key" as "key" from "messages" m
    where m."terms" <> '' and string_to_array(m."terms", ' ') @> $1 and string_to_array(m."terms", ' ') && $2
  )
  select f."key" from found f where f."key" < $3 order by f."key" desc limit $4
$$;
--> statement-breakpoint
CREATE SEQUENCE "messages_terms_key_seq";
