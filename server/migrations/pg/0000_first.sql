CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"openid" text,
	"unionid" text,
	"phone" text,
	"name" text NOT NULL,
	"demo" text,
	"privacy_version" bigint DEFAULT 0 NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "privacy_consents" (
	"account_id" text NOT NULL,
	"kind" text NOT NULL,
	"version" bigint NOT NULL,
	"at" bigint NOT NULL,
	"withdrawn_at" bigint,
	CONSTRAINT "privacy_consents_account_id_kind_version_pk" PRIMARY KEY("account_id","kind","version")
);
--> statement-breakpoint
CREATE TABLE "sign_ins" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"channel" text NOT NULL,
	"at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"revoked_at" bigint,
	"revoked_for" text
);
--> statement-breakpoint
CREATE TABLE "refresh_tokens" (
	"hash" text PRIMARY KEY NOT NULL,
	"sign_in_id" text NOT NULL,
	"issued_at" bigint NOT NULL,
	"used_at" bigint,
	"used_by" text
);
--> statement-breakpoint
CREATE TABLE "web_logins" (
	"id" text PRIMARY KEY NOT NULL,
	"poll_hash" text NOT NULL,
	"account_id" text,
	"taken" boolean NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outside_tokens" (
	"service" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "commands" (
	"community_id" text NOT NULL,
	"actor_id" text NOT NULL,
	"command_id" text NOT NULL,
	"fingerprint" text NOT NULL,
	"outcome" jsonb NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "commands_community_id_actor_id_command_id_pk" PRIMARY KEY("community_id","actor_id","command_id")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"uploaded_by" text NOT NULL,
	"at" bigint NOT NULL,
	"width" bigint,
	"height" bigint,
	"duration_ms" bigint,
	"owner_kind" text,
	"owner_id" text,
	CONSTRAINT "files_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "timers" (
	"community_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"due_at" bigint NOT NULL,
	"try_at" bigint NOT NULL,
	"failures" bigint NOT NULL,
	CONSTRAINT "timers_community_id_kind_subject_id_pk" PRIMARY KEY("community_id","kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "channels" (
	"community_id" text NOT NULL,
	"channel" text NOT NULL,
	"last_seq" bigint NOT NULL,
	CONSTRAINT "channels_community_id_channel_pk" PRIMARY KEY("community_id","channel")
);
--> statement-breakpoint
CREATE TABLE "channel_events" (
	"community_id" text NOT NULL,
	"channel" text NOT NULL,
	"seq" bigint NOT NULL,
	"at" bigint NOT NULL,
	"type" text NOT NULL,
	"data" jsonb NOT NULL,
	CONSTRAINT "channel_events_community_id_channel_seq_pk" PRIMARY KEY("community_id","channel","seq")
);
--> statement-breakpoint
CREATE TABLE "media_checks" (
	"trace_id" text PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"owner_kind" text NOT NULL,
	"owner_id" text NOT NULL,
	"file_id" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "communities" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"public_token" text NOT NULL,
	"one_head" boolean NOT NULL,
	"rules" jsonb NOT NULL,
	"matter_numbers" jsonb NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "areas" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"parent_id" text,
	"version" bigint NOT NULL,
	CONSTRAINT "areas_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "area_placements" (
	"community_id" text NOT NULL,
	"area_id" text NOT NULL,
	"version" bigint NOT NULL,
	"name" text NOT NULL,
	"parent_id" text,
	"from" bigint NOT NULL,
	"until" bigint,
	"reason" text NOT NULL,
	"by_id" text,
	CONSTRAINT "area_placements_community_id_area_id_version_pk" PRIMARY KEY("community_id","area_id","version")
);
--> statement-breakpoint
CREATE TABLE "dwellings" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"area_id" text NOT NULL,
	"compound" text NOT NULL,
	"building" text NOT NULL,
	"unit" text NOT NULL,
	"room" text NOT NULL,
	"register_key" text NOT NULL,
	"sort_key" text NOT NULL,
	"area_centi_m_2" bigint NOT NULL,
	"developer" boolean NOT NULL,
	"occupancy" text NOT NULL,
	"people" bigint,
	"seen_in" text,
	"removed_at" bigint,
	CONSTRAINT "dwellings_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "residents" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"account_id" text,
	"name" text NOT NULL,
	"alias" text NOT NULL,
	"phone" text,
	"party_member" boolean NOT NULL,
	"birth_day" text,
	"created_at" bigint NOT NULL,
	CONSTRAINT "residents_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "tenures" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"dwelling_id" text NOT NULL,
	"resident_id" text NOT NULL,
	"kind" text NOT NULL,
	"from" bigint NOT NULL,
	"until" bigint,
	"end_reason" text NOT NULL,
	"source" text DEFAULT 'desk' NOT NULL,
	CONSTRAINT "tenures_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "bodies" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"area_id" text,
	CONSTRAINT "bodies_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "body_members" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"body_id" text NOT NULL,
	"resident_id" text NOT NULL,
	"position" text NOT NULL,
	"from" text NOT NULL,
	"until" text,
	"households" bigint NOT NULL,
	"end_reason" text NOT NULL,
	CONSTRAINT "body_members_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "duties" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"resident_id" text NOT NULL,
	"area_id" text,
	"from" text NOT NULL,
	"until" text,
	"end_reason" text NOT NULL,
	CONSTRAINT "duties_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"account_id" text NOT NULL,
	"dwelling_id" text NOT NULL,
	"name" text NOT NULL,
	"phone" text,
	"kind" text NOT NULL,
	"note" text NOT NULL,
	"status" text NOT NULL,
	"at" bigint NOT NULL,
	"decided_by" text,
	"decided_at" bigint,
	"reason" text NOT NULL,
	CONSTRAINT "claims_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"file_id" text NOT NULL,
	"file_name" text NOT NULL,
	"status" text NOT NULL,
	"at" bigint NOT NULL,
	"by_id" text NOT NULL,
	"report" jsonb NOT NULL,
	"end_missing" boolean NOT NULL,
	"applied" bigint NOT NULL,
	"total" bigint NOT NULL,
	"failure" text,
	CONSTRAINT "imports_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"community_id" text NOT NULL,
	"import_id" text NOT NULL,
	"position" bigint NOT NULL,
	"refused" boolean NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "import_rows_community_id_import_id_refused_position_pk" PRIMARY KEY("community_id","import_id","refused","position")
);
--> statement-breakpoint
CREATE TABLE "calendar_days" (
	"community_id" text NOT NULL,
	"day" text NOT NULL,
	"off" boolean NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "calendar_days_community_id_day_pk" PRIMARY KEY("community_id","day")
);
--> statement-breakpoint
CREATE TABLE "register_log" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"at" bigint NOT NULL,
	"by_id" text,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "register_log_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "phone_reads" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"reader_id" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"page" text NOT NULL,
	"day" text NOT NULL,
	"first_at" bigint NOT NULL,
	"last_at" bigint NOT NULL,
	"times" bigint NOT NULL,
	CONSTRAINT "phone_reads_community_id_reader_id_subject_kind_subject_id_page_day_pk" PRIMARY KEY("community_id","reader_id","subject_kind","subject_id","page","day")
);
--> statement-breakpoint
CREATE TABLE "matters" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"number" text NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"text" text NOT NULL,
	"type" text NOT NULL,
	"status" text NOT NULL,
	"stage_id" text,
	"version" bigint NOT NULL,
	"revision" bigint NOT NULL,
	"secret" boolean NOT NULL,
	"assembly" text NOT NULL,
	"budget_fen" bigint,
	"options" jsonb NOT NULL,
	"file_ids" jsonb NOT NULL,
	"proposer_id" text NOT NULL,
	"workflow_id" text NOT NULL,
	"workflow_version" bigint NOT NULL,
	"rules" jsonb,
	"reason" text NOT NULL,
	"comments" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"submitted_at" bigint,
	"ended_at" bigint,
	"touched_at" bigint NOT NULL,
	"due_at" bigint,
	CONSTRAINT "matters_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "matter_versions" (
	"community_id" text NOT NULL,
	"matter_id" text NOT NULL,
	"version" bigint NOT NULL,
	"edit" bigint NOT NULL,
	"title" text NOT NULL,
	"content" jsonb NOT NULL,
	"reason" text NOT NULL,
	"material" boolean NOT NULL,
	"by_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "matter_versions_community_id_matter_id_version_edit_pk" PRIMARY KEY("community_id","matter_id","version","edit")
);
--> statement-breakpoint
CREATE TABLE "coauthors" (
	"community_id" text NOT NULL,
	"matter_id" text NOT NULL,
	"resident_id" text NOT NULL,
	CONSTRAINT "coauthors_community_id_matter_id_resident_id_pk" PRIMARY KEY("community_id","matter_id","resident_id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"matter_id" text NOT NULL,
	"ordinal" bigint NOT NULL,
	"stage_id" text NOT NULL,
	"round" bigint NOT NULL,
	"version" bigint NOT NULL,
	"status" text NOT NULL,
	"assembly" text,
	"body_name" text NOT NULL,
	"question" text NOT NULL,
	"place" text NOT NULL,
	"online" boolean NOT NULL,
	"starts_at" bigint NOT NULL,
	"closes_at" bigint NOT NULL,
	"convened_at" bigint NOT NULL,
	"opened_at" bigint,
	"closed_at" bigint,
	"closed_by" text,
	"secret" boolean NOT NULL,
	"rules" jsonb NOT NULL,
	"due" bigint NOT NULL,
	"excused" bigint NOT NULL,
	"present" bigint NOT NULL,
	"cast" bigint NOT NULL,
	"outcome" jsonb,
	"minutes" text,
	"minutes_version" bigint NOT NULL,
	"minutes_locked_at" bigint,
	"joint_with" text,
	"void_reason" text NOT NULL,
	"file_ids" jsonb NOT NULL,
	"minutes_file_ids" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "sessions_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "roll_entries" (
	"community_id" text NOT NULL,
	"session_id" text NOT NULL,
	"voter_id" text NOT NULL,
	"name" text NOT NULL,
	"label" text NOT NULL,
	"households" bigint NOT NULL,
	"excused" boolean NOT NULL,
	"excuse_reason" text NOT NULL,
	"checked_in_at" bigint,
	"checked_in_by" text,
	"voted" boolean NOT NULL,
	"changes" bigint NOT NULL,
	"signed_at" bigint,
	CONSTRAINT "roll_entries_community_id_session_id_voter_id_pk" PRIMARY KEY("community_id","session_id","voter_id")
);
--> statement-breakpoint
CREATE TABLE "open_ballots" (
	"community_id" text NOT NULL,
	"session_id" text NOT NULL,
	"voter_id" text NOT NULL,
	"receipt" text NOT NULL,
	"choice" text NOT NULL,
	"reason" text NOT NULL,
	"channel" text NOT NULL,
	"entered_by" text,
	"witness_ids" jsonb NOT NULL,
	"photo_id" text,
	"at" bigint NOT NULL,
	CONSTRAINT "open_ballots_community_id_session_id_voter_id_pk" PRIMARY KEY("community_id","session_id","voter_id")
);
--> statement-breakpoint
CREATE TABLE "secret_ballots" (
	"community_id" text NOT NULL,
	"session_id" text NOT NULL,
	"receipt" text NOT NULL,
	"choice" text NOT NULL,
	CONSTRAINT "secret_ballots_community_id_session_id_receipt_pk" PRIMARY KEY("community_id","session_id","receipt")
);
--> statement-breakpoint
CREATE TABLE "assisted_entries" (
	"community_id" text NOT NULL,
	"session_id" text NOT NULL,
	"voter_id" text NOT NULL,
	"channel" text NOT NULL,
	"entered_by" text NOT NULL,
	"witness_ids" jsonb NOT NULL,
	CONSTRAINT "assisted_entries_community_id_session_id_voter_id_pk" PRIMARY KEY("community_id","session_id","voter_id")
);
--> statement-breakpoint
CREATE TABLE "ballot_conflicts" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"session_id" text NOT NULL,
	"voter_id" text NOT NULL,
	"channel" text NOT NULL,
	"by_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "ballot_conflicts_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "disclosures" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"matter_id" text NOT NULL,
	"stage_id" text NOT NULL,
	"version" bigint NOT NULL,
	"status" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"days" bigint NOT NULL,
	"published_at" bigint NOT NULL,
	"published_by" text NOT NULL,
	"first_day" text NOT NULL,
	"last_day" text NOT NULL,
	"ends_at" bigint NOT NULL,
	"ended_at" bigint,
	"public_token" text NOT NULL,
	"file_ids" jsonb NOT NULL,
	CONSTRAINT "disclosures_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "objections" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"matter_id" text NOT NULL,
	"disclosure_id" text NOT NULL,
	"by_id" text NOT NULL,
	"text" text NOT NULL,
	"filed_at" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"answer" text,
	"answered_by" text,
	"answered_at" bigint,
	"overdue" boolean NOT NULL,
	"upheld" boolean NOT NULL,
	"back_to" text,
	CONSTRAINT "objections_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "progress_entries" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"matter_id" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"day" text NOT NULL,
	"amount_fen" bigint,
	"payee" text NOT NULL,
	"by_id" text NOT NULL,
	"at" bigint NOT NULL,
	"file_ids" jsonb NOT NULL,
	CONSTRAINT "progress_entries_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"community_id" text NOT NULL,
	"matter_id" text NOT NULL,
	"resident_id" text NOT NULL,
	"stars" bigint NOT NULL,
	"text" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "ratings_community_id_matter_id_resident_id_pk" PRIMARY KEY("community_id","matter_id","resident_id")
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"matter_id" text NOT NULL,
	"stage_id" text,
	"by_id" text NOT NULL,
	"role" text,
	"text" text NOT NULL,
	"at" bigint NOT NULL,
	"hidden_at" bigint,
	"hidden_by" text,
	"hidden_reason" text NOT NULL,
	CONSTRAINT "comments_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "record_entries" (
	"community_id" text NOT NULL,
	"matter_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"at" bigint NOT NULL,
	"kind" text NOT NULL,
	"actor" text NOT NULL,
	"body" text NOT NULL,
	"previous" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "record_entries_community_id_matter_id_seq_pk" PRIMARY KEY("community_id","matter_id","seq")
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text,
	"name" text,
	"title" text NOT NULL,
	"area_kind" text,
	"dwellings" bigint,
	"member_count" bigint NOT NULL,
	"naming" text NOT NULL,
	"speaking" text NOT NULL,
	"version" bigint NOT NULL,
	"last_seq" bigint NOT NULL,
	"last_at" bigint NOT NULL,
	"all_seq" bigint NOT NULL,
	"pinned_seq" bigint,
	"created_at" bigint NOT NULL,
	"dissolved_at" bigint,
	"flood_tokens" bigint NOT NULL,
	"flood_at" bigint NOT NULL,
	CONSTRAINT "groups_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "group_members" (
	"community_id" text NOT NULL,
	"group_id" text NOT NULL,
	"resident_id" text NOT NULL,
	"role" text NOT NULL,
	"badge" text,
	"label" text NOT NULL,
	"joined_at" bigint NOT NULL,
	"left_at" bigint,
	"removed_at" bigint,
	"read_seq" bigint NOT NULL,
	"mention_seq" bigint NOT NULL,
	"silenced" boolean NOT NULL,
	"pinned" boolean NOT NULL,
	"muted_until" bigint,
	"flood_tokens" bigint NOT NULL,
	"flood_at" bigint NOT NULL,
	CONSTRAINT "group_members_community_id_group_id_resident_id_pk" PRIMARY KEY("community_id","group_id","resident_id")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"community_id" text NOT NULL,
	"group_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"author_id" text,
	"sent_as" text NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"body" jsonb NOT NULL,
	"quote_seq" bigint,
	"mentions" jsonb NOT NULL,
	"mentions_all" boolean NOT NULL,
	"at" bigint NOT NULL,
	"state" text NOT NULL,
	"state_at" bigint,
	"state_by" text,
	"state_reason" text NOT NULL,
	"event_seq" bigint NOT NULL,
	"terms" text NOT NULL,
	"terms_key" bigint NOT NULL,
	CONSTRAINT "messages_community_id_group_id_seq_pk" PRIMARY KEY("community_id","group_id","seq")
);
--> statement-breakpoint
CREATE TABLE "held_messages" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"group_id" text NOT NULL,
	"author_id" text NOT NULL,
	"sent_as" text NOT NULL,
	"input" jsonb NOT NULL,
	"at" bigint NOT NULL,
	"reason" text NOT NULL,
	"detail" text NOT NULL,
	"status" text NOT NULL,
	"decided_by" text,
	"decided_at" bigint,
	"decided_reason" text NOT NULL,
	CONSTRAINT "held_messages_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "group_invitations" (
	"community_id" text NOT NULL,
	"code" text NOT NULL,
	"group_id" text NOT NULL,
	"by_id" text NOT NULL,
	"at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	CONSTRAINT "group_invitations_community_id_code_pk" PRIMARY KEY("community_id","code")
);
--> statement-breakpoint
CREATE TABLE "message_reports" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"group_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"at" bigint NOT NULL,
	"status" text NOT NULL,
	"decided_by" text,
	"decided_at" bigint,
	"reason" text NOT NULL,
	CONSTRAINT "message_reports_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "message_reporters" (
	"community_id" text NOT NULL,
	"report_id" text NOT NULL,
	"resident_id" text NOT NULL,
	"reason" text NOT NULL,
	"note" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "message_reporters_community_id_report_id_resident_id_pk" PRIMARY KEY("community_id","report_id","resident_id")
);
--> statement-breakpoint
CREATE TABLE "message_appeals" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"group_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"by_id" text NOT NULL,
	"text" text NOT NULL,
	"at" bigint NOT NULL,
	"status" text NOT NULL,
	"decided_by" text,
	"decided_at" bigint,
	"reason" text NOT NULL,
	CONSTRAINT "message_appeals_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "moderation_log" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"at" bigint NOT NULL,
	"by_id" text NOT NULL,
	"action" text NOT NULL,
	"group_id" text NOT NULL,
	"seq" bigint,
	"about_id" text,
	"reason" text NOT NULL,
	CONSTRAINT "moderation_log_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "intakes" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"file_ids" jsonb NOT NULL,
	"group_id" text,
	"seqs" jsonb NOT NULL,
	"area_id" text,
	"by_id" text NOT NULL,
	"at" bigint NOT NULL,
	"status" text NOT NULL,
	"reply" text NOT NULL,
	"handled_by" text,
	"handled_at" bigint,
	CONSTRAINT "intakes_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "intake_numbers" (
	"community_id" text NOT NULL,
	"series" text NOT NULL,
	"last" bigint NOT NULL,
	CONSTRAINT "intake_numbers_community_id_series_pk" PRIMARY KEY("community_id","series")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"author_id" text NOT NULL,
	"author_role" text NOT NULL,
	"category" text NOT NULL,
	"status" text NOT NULL,
	"version" bigint NOT NULL,
	"needs_ack" boolean NOT NULL,
	"area_ids" jsonb NOT NULL,
	"body_ids" jsonb NOT NULL,
	"publish_at" bigint,
	"published_at" bigint,
	"expires_at" bigint,
	"created_at" bigint NOT NULL,
	"last_reminder_at" bigint,
	"withdrawn_reason" text NOT NULL,
	"public_token" text NOT NULL,
	CONSTRAINT "notices_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "notice_versions" (
	"community_id" text NOT NULL,
	"notice_id" text NOT NULL,
	"version" bigint NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"file_ids" jsonb NOT NULL,
	"at" bigint NOT NULL,
	"by_id" text NOT NULL,
	"change" text NOT NULL,
	CONSTRAINT "notice_versions_community_id_notice_id_version_pk" PRIMARY KEY("community_id","notice_id","version")
);
--> statement-breakpoint
CREATE TABLE "notice_scopes" (
	"community_id" text NOT NULL,
	"notice_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	CONSTRAINT "notice_scopes_community_id_notice_id_kind_subject_id_pk" PRIMARY KEY("community_id","notice_id","kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "notice_readers" (
	"community_id" text NOT NULL,
	"notice_id" text NOT NULL,
	"resident_id" text NOT NULL,
	"read_version" bigint NOT NULL,
	"read_at" bigint NOT NULL,
	"ack_version" bigint NOT NULL,
	"ack_at" bigint,
	CONSTRAINT "notice_readers_community_id_notice_id_resident_id_pk" PRIMARY KEY("community_id","notice_id","resident_id")
);
--> statement-breakpoint
CREATE TABLE "notice_knocks" (
	"community_id" text NOT NULL,
	"notice_id" text NOT NULL,
	"dwelling_id" text NOT NULL,
	"helper_id" text NOT NULL,
	"assigned_by" text NOT NULL,
	"assigned_at" bigint NOT NULL,
	"result" text,
	"version" bigint NOT NULL,
	"note" text NOT NULL,
	"at" bigint,
	CONSTRAINT "notice_knocks_community_id_notice_id_dwelling_id_pk" PRIMARY KEY("community_id","notice_id","dwelling_id")
);
--> statement-breakpoint
CREATE TABLE "notice_reminders" (
	"community_id" text NOT NULL,
	"notice_id" text NOT NULL,
	"dwelling_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "notice_reminders_community_id_notice_id_dwelling_id_pk" PRIMARY KEY("community_id","notice_id","dwelling_id")
);
--> statement-breakpoint
CREATE TABLE "outreach_choices" (
	"community_id" text NOT NULL,
	"resident_id" text NOT NULL,
	"off" jsonb NOT NULL,
	CONSTRAINT "outreach_choices_community_id_resident_id_pk" PRIMARY KEY("community_id","resident_id")
);
--> statement-breakpoint
CREATE TABLE "outreach_consents" (
	"account_id" text NOT NULL,
	"template" text NOT NULL,
	"remaining" bigint NOT NULL,
	"ahead" bigint NOT NULL,
	"event_at" bigint NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "outreach_consents_account_id_template_pk" PRIMARY KEY("account_id","template")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"resident_id" text NOT NULL,
	"account_id" text,
	"channel" text NOT NULL,
	"category" text NOT NULL,
	"owner_kind" text NOT NULL,
	"owner_id" text NOT NULL,
	"data" jsonb NOT NULL,
	"status" text NOT NULL,
	"attempts" bigint NOT NULL,
	"next_at" bigint,
	"lease_until" bigint,
	"receipt" text NOT NULL,
	"at" bigint NOT NULL,
	"done_at" bigint,
	CONSTRAINT "outbox_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_openid" ON "accounts" USING btree ("openid");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_demo" ON "accounts" USING btree ("demo");--> statement-breakpoint
CREATE INDEX "accounts_phone" ON "accounts" USING btree ("phone");--> statement-breakpoint
CREATE INDEX "sign_ins_account" ON "sign_ins" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sign_ins_expiry" ON "sign_ins" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "refresh_tokens_sign_in" ON "refresh_tokens" USING btree ("sign_in_id");--> statement-breakpoint
CREATE INDEX "web_logins_expiry" ON "web_logins" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "commands_at" ON "commands" USING btree ("at");--> statement-breakpoint
CREATE INDEX "files_owner" ON "files" USING btree ("community_id","owner_kind","owner_id");--> statement-breakpoint
CREATE INDEX "files_unattached" ON "files" USING btree ("owner_kind","at");--> statement-breakpoint
CREATE INDEX "files_uploader" ON "files" USING btree ("community_id","uploaded_by","at");--> statement-breakpoint
CREATE INDEX "timers_try" ON "timers" USING btree ("try_at");--> statement-breakpoint
CREATE INDEX "channel_events_at" ON "channel_events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "media_checks_at" ON "media_checks" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "communities_token" ON "communities" USING btree ("public_token");--> statement-breakpoint
CREATE INDEX "areas_parent" ON "areas" USING btree ("community_id","parent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "dwellings_register_key" ON "dwellings" USING btree ("community_id","register_key");--> statement-breakpoint
CREATE INDEX "dwellings_area" ON "dwellings" USING btree ("community_id","area_id");--> statement-breakpoint
CREATE INDEX "dwellings_sort" ON "dwellings" USING btree ("community_id","sort_key");--> statement-breakpoint
CREATE UNIQUE INDEX "residents_account" ON "residents" USING btree ("community_id","account_id");--> statement-breakpoint
CREATE INDEX "residents_phone" ON "residents" USING btree ("phone");--> statement-breakpoint
CREATE INDEX "residents_account_only" ON "residents" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "residents_name" ON "residents" USING btree ("community_id","name");--> statement-breakpoint
CREATE INDEX "tenures_dwelling" ON "tenures" USING btree ("community_id","dwelling_id");--> statement-breakpoint
CREATE INDEX "tenures_resident" ON "tenures" USING btree ("community_id","resident_id");--> statement-breakpoint
CREATE INDEX "bodies_kind" ON "bodies" USING btree ("community_id","kind");--> statement-breakpoint
CREATE INDEX "body_members_body" ON "body_members" USING btree ("community_id","body_id");--> statement-breakpoint
CREATE INDEX "body_members_resident" ON "body_members" USING btree ("community_id","resident_id");--> statement-breakpoint
CREATE INDEX "duties_resident" ON "duties" USING btree ("community_id","resident_id");--> statement-breakpoint
CREATE INDEX "claims_status" ON "claims" USING btree ("community_id","status","at");--> statement-breakpoint
CREATE INDEX "claims_account" ON "claims" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "register_log_subject" ON "register_log" USING btree ("community_id","subject_id");--> statement-breakpoint
CREATE INDEX "phone_reads_subject" ON "phone_reads" USING btree ("community_id","subject_id");--> statement-breakpoint
CREATE INDEX "phone_reads_latest" ON "phone_reads" USING btree ("community_id","last_at");--> statement-breakpoint
CREATE INDEX "phone_reads_last" ON "phone_reads" USING btree ("last_at");--> statement-breakpoint
CREATE INDEX "matters_touched" ON "matters" USING btree ("community_id","touched_at","id");--> statement-breakpoint
CREATE INDEX "matters_status" ON "matters" USING btree ("community_id","status","touched_at");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_matter" ON "sessions" USING btree ("community_id","matter_id","ordinal");--> statement-breakpoint
CREATE INDEX "sessions_status" ON "sessions" USING btree ("community_id","status");--> statement-breakpoint
CREATE INDEX "roll_entries_voter" ON "roll_entries" USING btree ("community_id","voter_id");--> statement-breakpoint
CREATE UNIQUE INDEX "open_ballots_receipt" ON "open_ballots" USING btree ("community_id","session_id","receipt");--> statement-breakpoint
CREATE INDEX "ballot_conflicts_session" ON "ballot_conflicts" USING btree ("community_id","session_id");--> statement-breakpoint
CREATE UNIQUE INDEX "disclosures_token" ON "disclosures" USING btree ("public_token");--> statement-breakpoint
CREATE INDEX "disclosures_matter" ON "disclosures" USING btree ("community_id","matter_id");--> statement-breakpoint
CREATE INDEX "disclosures_published" ON "disclosures" USING btree ("community_id","published_at");--> statement-breakpoint
CREATE INDEX "objections_matter" ON "objections" USING btree ("community_id","matter_id");--> statement-breakpoint
CREATE INDEX "progress_entries_matter" ON "progress_entries" USING btree ("community_id","matter_id");--> statement-breakpoint
CREATE INDEX "comments_matter" ON "comments" USING btree ("community_id","matter_id","at");--> statement-breakpoint
CREATE INDEX "groups_subject" ON "groups" USING btree ("community_id","kind","subject_id");--> statement-breakpoint
CREATE INDEX "group_members_resident" ON "group_members" USING btree ("community_id","resident_id");--> statement-breakpoint
CREATE INDEX "group_members_read" ON "group_members" USING btree ("community_id","group_id","read_seq");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_terms_key" ON "messages" USING btree ("terms_key");--> statement-breakpoint
CREATE INDEX "messages_author" ON "messages" USING btree ("community_id","author_id","at");--> statement-breakpoint
CREATE INDEX "messages_quote" ON "messages" USING btree ("community_id","group_id","quote_seq");--> statement-breakpoint
CREATE INDEX "held_messages_status" ON "held_messages" USING btree ("community_id","status","at");--> statement-breakpoint
CREATE INDEX "held_messages_author" ON "held_messages" USING btree ("community_id","author_id");--> statement-breakpoint
CREATE UNIQUE INDEX "message_reports_message" ON "message_reports" USING btree ("community_id","group_id","seq");--> statement-breakpoint
CREATE INDEX "message_reports_status" ON "message_reports" USING btree ("community_id","status","at");--> statement-breakpoint
CREATE UNIQUE INDEX "message_appeals_message" ON "message_appeals" USING btree ("community_id","group_id","seq");--> statement-breakpoint
CREATE INDEX "message_appeals_status" ON "message_appeals" USING btree ("community_id","status","at");--> statement-breakpoint
CREATE INDEX "moderation_log_group" ON "moderation_log" USING btree ("community_id","group_id");--> statement-breakpoint
CREATE INDEX "moderation_log_at" ON "moderation_log" USING btree ("community_id","at");--> statement-breakpoint
CREATE INDEX "intakes_status" ON "intakes" USING btree ("community_id","kind","status","at");--> statement-breakpoint
CREATE INDEX "intakes_by" ON "intakes" USING btree ("community_id","by_id");--> statement-breakpoint
CREATE INDEX "intakes_group" ON "intakes" USING btree ("community_id","group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_token" ON "notices" USING btree ("public_token");--> statement-breakpoint
CREATE INDEX "notices_status" ON "notices" USING btree ("community_id","status","published_at");--> statement-breakpoint
CREATE INDEX "notice_scopes_subject" ON "notice_scopes" USING btree ("community_id","kind","subject_id");--> statement-breakpoint
CREATE INDEX "notice_readers_resident" ON "notice_readers" USING btree ("community_id","resident_id");--> statement-breakpoint
CREATE INDEX "notice_knocks_helper" ON "notice_knocks" USING btree ("community_id","helper_id");--> statement-breakpoint
CREATE INDEX "outbox_next" ON "outbox" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "outbox_receipt" ON "outbox" USING btree ("receipt");--> statement-breakpoint
CREATE INDEX "outbox_done" ON "outbox" USING btree ("done_at");--> statement-breakpoint
CREATE INDEX "outbox_owner" ON "outbox" USING btree ("community_id","owner_kind","owner_id");--> statement-breakpoint
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
