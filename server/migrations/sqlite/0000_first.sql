CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`openid` text,
	`unionid` text,
	`phone` text,
	`name` text NOT NULL,
	`demo` text,
	`privacy_version` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_openid` ON `accounts` (`openid`);--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_demo` ON `accounts` (`demo`);--> statement-breakpoint
CREATE INDEX `accounts_phone` ON `accounts` (`phone`);--> statement-breakpoint
CREATE TABLE `privacy_consents` (
	`account_id` text NOT NULL,
	`kind` text NOT NULL,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	`withdrawn_at` integer,
	PRIMARY KEY(`account_id`, `kind`, `version`)
);
--> statement-breakpoint
CREATE TABLE `sign_ins` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`channel` text NOT NULL,
	`at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	`revoked_for` text
);
--> statement-breakpoint
CREATE INDEX `sign_ins_account` ON `sign_ins` (`account_id`);--> statement-breakpoint
CREATE INDEX `sign_ins_expiry` ON `sign_ins` (`expires_at`);--> statement-breakpoint
CREATE TABLE `refresh_tokens` (
	`hash` text PRIMARY KEY NOT NULL,
	`sign_in_id` text NOT NULL,
	`issued_at` integer NOT NULL,
	`used_at` integer,
	`used_by` text
);
--> statement-breakpoint
CREATE INDEX `refresh_tokens_sign_in` ON `refresh_tokens` (`sign_in_id`);--> statement-breakpoint
CREATE TABLE `web_logins` (
	`id` text PRIMARY KEY NOT NULL,
	`poll_hash` text NOT NULL,
	`account_id` text,
	`taken` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `web_logins_expiry` ON `web_logins` (`expires_at`);--> statement-breakpoint
CREATE TABLE `outside_tokens` (
	`service` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `commands` (
	`community_id` text NOT NULL,
	`actor_id` text NOT NULL,
	`command_id` text NOT NULL,
	`fingerprint` text NOT NULL,
	`outcome` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`community_id`, `actor_id`, `command_id`)
);
--> statement-breakpoint
CREATE INDEX `commands_at` ON `commands` (`at`);--> statement-breakpoint
CREATE TABLE `files` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`uploaded_by` text NOT NULL,
	`at` integer NOT NULL,
	`width` integer,
	`height` integer,
	`duration_ms` integer,
	`owner_kind` text,
	`owner_id` text,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `files_owner` ON `files` (`community_id`,`owner_kind`,`owner_id`);--> statement-breakpoint
CREATE INDEX `files_unattached` ON `files` (`owner_kind`,`at`);--> statement-breakpoint
CREATE INDEX `files_uploader` ON `files` (`community_id`,`uploaded_by`,`at`);--> statement-breakpoint
CREATE TABLE `timers` (
	`community_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`due_at` integer NOT NULL,
	`try_at` integer NOT NULL,
	`failures` integer NOT NULL,
	PRIMARY KEY(`community_id`, `kind`, `subject_id`)
);
--> statement-breakpoint
CREATE INDEX `timers_try` ON `timers` (`try_at`);--> statement-breakpoint
CREATE TABLE `channels` (
	`community_id` text NOT NULL,
	`channel` text NOT NULL,
	`last_seq` integer NOT NULL,
	PRIMARY KEY(`community_id`, `channel`)
);
--> statement-breakpoint
CREATE TABLE `channel_events` (
	`community_id` text NOT NULL,
	`channel` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`type` text NOT NULL,
	`data` text NOT NULL,
	PRIMARY KEY(`community_id`, `channel`, `seq`)
);
--> statement-breakpoint
CREATE INDEX `channel_events_at` ON `channel_events` (`at`);--> statement-breakpoint
CREATE TABLE `media_checks` (
	`trace_id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`owner_kind` text NOT NULL,
	`owner_id` text NOT NULL,
	`file_id` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `media_checks_at` ON `media_checks` (`at`);--> statement-breakpoint
CREATE TABLE `communities` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`public_token` text NOT NULL,
	`one_head` integer NOT NULL,
	`rules` text NOT NULL,
	`matter_numbers` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `communities_token` ON `communities` (`public_token`);--> statement-breakpoint
CREATE TABLE `areas` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`parent_id` text,
	`version` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `areas_parent` ON `areas` (`community_id`,`parent_id`);--> statement-breakpoint
CREATE TABLE `area_placements` (
	`community_id` text NOT NULL,
	`area_id` text NOT NULL,
	`version` integer NOT NULL,
	`name` text NOT NULL,
	`parent_id` text,
	`from` integer NOT NULL,
	`until` integer,
	`reason` text NOT NULL,
	`by_id` text,
	PRIMARY KEY(`community_id`, `area_id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `dwellings` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`area_id` text NOT NULL,
	`compound` text NOT NULL,
	`building` text NOT NULL,
	`unit` text NOT NULL,
	`room` text NOT NULL,
	`register_key` text NOT NULL,
	`sort_key` text NOT NULL,
	`area_centi_m_2` integer NOT NULL,
	`developer` integer NOT NULL,
	`occupancy` text NOT NULL,
	`people` integer,
	`seen_in` text,
	`removed_at` integer,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dwellings_register_key` ON `dwellings` (`community_id`,`register_key`);--> statement-breakpoint
CREATE INDEX `dwellings_area` ON `dwellings` (`community_id`,`area_id`);--> statement-breakpoint
CREATE INDEX `dwellings_sort` ON `dwellings` (`community_id`,`sort_key`);--> statement-breakpoint
CREATE TABLE `residents` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`account_id` text,
	`name` text NOT NULL,
	`alias` text NOT NULL,
	`phone` text,
	`party_member` integer NOT NULL,
	`birth_day` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `residents_account` ON `residents` (`community_id`,`account_id`);--> statement-breakpoint
CREATE INDEX `residents_phone` ON `residents` (`phone`);--> statement-breakpoint
CREATE INDEX `residents_account_only` ON `residents` (`account_id`);--> statement-breakpoint
CREATE INDEX `residents_name` ON `residents` (`community_id`,`name`);--> statement-breakpoint
CREATE TABLE `tenures` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`dwelling_id` text NOT NULL,
	`resident_id` text NOT NULL,
	`kind` text NOT NULL,
	`from` integer NOT NULL,
	`until` integer,
	`end_reason` text NOT NULL,
	`source` text DEFAULT 'desk' NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `tenures_dwelling` ON `tenures` (`community_id`,`dwelling_id`);--> statement-breakpoint
CREATE INDEX `tenures_resident` ON `tenures` (`community_id`,`resident_id`);--> statement-breakpoint
CREATE TABLE `bodies` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`area_id` text,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `bodies_kind` ON `bodies` (`community_id`,`kind`);--> statement-breakpoint
CREATE TABLE `body_members` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`body_id` text NOT NULL,
	`resident_id` text NOT NULL,
	`position` text NOT NULL,
	`from` text NOT NULL,
	`until` text,
	`households` integer NOT NULL,
	`end_reason` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `body_members_body` ON `body_members` (`community_id`,`body_id`);--> statement-breakpoint
CREATE INDEX `body_members_resident` ON `body_members` (`community_id`,`resident_id`);--> statement-breakpoint
CREATE TABLE `duties` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`resident_id` text NOT NULL,
	`area_id` text,
	`from` text NOT NULL,
	`until` text,
	`end_reason` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `duties_resident` ON `duties` (`community_id`,`resident_id`);--> statement-breakpoint
CREATE TABLE `claims` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`account_id` text NOT NULL,
	`dwelling_id` text NOT NULL,
	`name` text NOT NULL,
	`phone` text,
	`kind` text NOT NULL,
	`note` text NOT NULL,
	`status` text NOT NULL,
	`at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`reason` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `claims_status` ON `claims` (`community_id`,`status`,`at`);--> statement-breakpoint
CREATE INDEX `claims_account` ON `claims` (`account_id`);--> statement-breakpoint
CREATE TABLE `imports` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`file_id` text NOT NULL,
	`file_name` text NOT NULL,
	`status` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text NOT NULL,
	`report` text NOT NULL,
	`end_missing` integer NOT NULL,
	`applied` integer NOT NULL,
	`total` integer NOT NULL,
	`failure` text,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `import_rows` (
	`community_id` text NOT NULL,
	`import_id` text NOT NULL,
	`position` integer NOT NULL,
	`refused` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`community_id`, `import_id`, `refused`, `position`)
);
--> statement-breakpoint
CREATE TABLE `calendar_days` (
	`community_id` text NOT NULL,
	`day` text NOT NULL,
	`off` integer NOT NULL,
	`note` text NOT NULL,
	PRIMARY KEY(`community_id`, `day`)
);
--> statement-breakpoint
CREATE TABLE `register_log` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `register_log_subject` ON `register_log` (`community_id`,`subject_id`);--> statement-breakpoint
CREATE TABLE `phone_reads` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`reader_id` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`page` text NOT NULL,
	`day` text NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	`times` integer NOT NULL,
	PRIMARY KEY(`community_id`, `reader_id`, `subject_kind`, `subject_id`, `page`, `day`)
);
--> statement-breakpoint
CREATE INDEX `phone_reads_subject` ON `phone_reads` (`community_id`,`subject_id`);--> statement-breakpoint
CREATE INDEX `phone_reads_latest` ON `phone_reads` (`community_id`,`last_at`);--> statement-breakpoint
CREATE INDEX `phone_reads_last` ON `phone_reads` (`last_at`);--> statement-breakpoint
CREATE TABLE `matters` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`number` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`text` text NOT NULL,
	`type` text NOT NULL,
	`status` text NOT NULL,
	`stage_id` text,
	`version` integer NOT NULL,
	`revision` integer NOT NULL,
	`secret` integer NOT NULL,
	`assembly` text NOT NULL,
	`budget_fen` integer,
	`options` text NOT NULL,
	`file_ids` text NOT NULL,
	`proposer_id` text NOT NULL,
	`workflow_id` text NOT NULL,
	`workflow_version` integer NOT NULL,
	`rules` text,
	`reason` text NOT NULL,
	`comments` integer NOT NULL,
	`created_at` integer NOT NULL,
	`submitted_at` integer,
	`ended_at` integer,
	`touched_at` integer NOT NULL,
	`due_at` integer,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `matters_touched` ON `matters` (`community_id`,`touched_at`,`id`);--> statement-breakpoint
CREATE INDEX `matters_status` ON `matters` (`community_id`,`status`,`touched_at`);--> statement-breakpoint
CREATE TABLE `matter_versions` (
	`community_id` text NOT NULL,
	`matter_id` text NOT NULL,
	`version` integer NOT NULL,
	`edit` integer NOT NULL,
	`title` text NOT NULL,
	`content` text NOT NULL,
	`reason` text NOT NULL,
	`material` integer NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`community_id`, `matter_id`, `version`, `edit`)
);
--> statement-breakpoint
CREATE TABLE `coauthors` (
	`community_id` text NOT NULL,
	`matter_id` text NOT NULL,
	`resident_id` text NOT NULL,
	PRIMARY KEY(`community_id`, `matter_id`, `resident_id`)
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`matter_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`stage_id` text NOT NULL,
	`round` integer NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`assembly` text,
	`body_name` text NOT NULL,
	`question` text NOT NULL,
	`place` text NOT NULL,
	`online` integer NOT NULL,
	`starts_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`convened_at` integer NOT NULL,
	`opened_at` integer,
	`closed_at` integer,
	`closed_by` text,
	`secret` integer NOT NULL,
	`rules` text NOT NULL,
	`due` integer NOT NULL,
	`excused` integer NOT NULL,
	`present` integer NOT NULL,
	`cast` integer NOT NULL,
	`outcome` text,
	`minutes` text,
	`minutes_version` integer NOT NULL,
	`minutes_locked_at` integer,
	`joint_with` text,
	`void_reason` text NOT NULL,
	`file_ids` text NOT NULL,
	`minutes_file_ids` text DEFAULT '[]' NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_matter` ON `sessions` (`community_id`,`matter_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `sessions_status` ON `sessions` (`community_id`,`status`);--> statement-breakpoint
CREATE TABLE `roll_entries` (
	`community_id` text NOT NULL,
	`session_id` text NOT NULL,
	`voter_id` text NOT NULL,
	`name` text NOT NULL,
	`label` text NOT NULL,
	`households` integer NOT NULL,
	`excused` integer NOT NULL,
	`excuse_reason` text NOT NULL,
	`checked_in_at` integer,
	`checked_in_by` text,
	`voted` integer NOT NULL,
	`changes` integer NOT NULL,
	`signed_at` integer,
	PRIMARY KEY(`community_id`, `session_id`, `voter_id`)
);
--> statement-breakpoint
CREATE INDEX `roll_entries_voter` ON `roll_entries` (`community_id`,`voter_id`);--> statement-breakpoint
CREATE TABLE `open_ballots` (
	`community_id` text NOT NULL,
	`session_id` text NOT NULL,
	`voter_id` text NOT NULL,
	`receipt` text NOT NULL,
	`choice` text NOT NULL,
	`reason` text NOT NULL,
	`channel` text NOT NULL,
	`entered_by` text,
	`witness_ids` text NOT NULL,
	`photo_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`community_id`, `session_id`, `voter_id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `open_ballots_receipt` ON `open_ballots` (`community_id`,`session_id`,`receipt`);--> statement-breakpoint
CREATE TABLE `secret_ballots` (
	`community_id` text NOT NULL,
	`session_id` text NOT NULL,
	`receipt` text NOT NULL,
	`choice` text NOT NULL,
	PRIMARY KEY(`community_id`, `session_id`, `receipt`)
);
--> statement-breakpoint
CREATE TABLE `assisted_entries` (
	`community_id` text NOT NULL,
	`session_id` text NOT NULL,
	`voter_id` text NOT NULL,
	`channel` text NOT NULL,
	`entered_by` text NOT NULL,
	`witness_ids` text NOT NULL,
	PRIMARY KEY(`community_id`, `session_id`, `voter_id`)
);
--> statement-breakpoint
CREATE TABLE `ballot_conflicts` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`session_id` text NOT NULL,
	`voter_id` text NOT NULL,
	`channel` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `ballot_conflicts_session` ON `ballot_conflicts` (`community_id`,`session_id`);--> statement-breakpoint
CREATE TABLE `disclosures` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`matter_id` text NOT NULL,
	`stage_id` text NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`days` integer NOT NULL,
	`published_at` integer NOT NULL,
	`published_by` text NOT NULL,
	`first_day` text NOT NULL,
	`last_day` text NOT NULL,
	`ends_at` integer NOT NULL,
	`ended_at` integer,
	`public_token` text NOT NULL,
	`file_ids` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `disclosures_token` ON `disclosures` (`public_token`);--> statement-breakpoint
CREATE INDEX `disclosures_matter` ON `disclosures` (`community_id`,`matter_id`);--> statement-breakpoint
CREATE INDEX `disclosures_published` ON `disclosures` (`community_id`,`published_at`);--> statement-breakpoint
CREATE TABLE `objections` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`matter_id` text NOT NULL,
	`disclosure_id` text NOT NULL,
	`by_id` text NOT NULL,
	`text` text NOT NULL,
	`filed_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	`overdue` integer NOT NULL,
	`upheld` integer NOT NULL,
	`back_to` text,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `objections_matter` ON `objections` (`community_id`,`matter_id`);--> statement-breakpoint
CREATE TABLE `progress_entries` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`matter_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`day` text NOT NULL,
	`amount_fen` integer,
	`payee` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	`file_ids` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `progress_entries_matter` ON `progress_entries` (`community_id`,`matter_id`);--> statement-breakpoint
CREATE TABLE `ratings` (
	`community_id` text NOT NULL,
	`matter_id` text NOT NULL,
	`resident_id` text NOT NULL,
	`stars` integer NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`community_id`, `matter_id`, `resident_id`)
);
--> statement-breakpoint
CREATE TABLE `comments` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`matter_id` text NOT NULL,
	`stage_id` text,
	`by_id` text NOT NULL,
	`role` text,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	`hidden_at` integer,
	`hidden_by` text,
	`hidden_reason` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `comments_matter` ON `comments` (`community_id`,`matter_id`,`at`);--> statement-breakpoint
CREATE TABLE `record_entries` (
	`community_id` text NOT NULL,
	`matter_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`actor` text NOT NULL,
	`body` text NOT NULL,
	`previous` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`community_id`, `matter_id`, `seq`)
);
--> statement-breakpoint
CREATE TABLE `groups` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text,
	`name` text,
	`title` text NOT NULL,
	`area_kind` text,
	`dwellings` integer,
	`member_count` integer NOT NULL,
	`naming` text NOT NULL,
	`speaking` text NOT NULL,
	`version` integer NOT NULL,
	`last_seq` integer NOT NULL,
	`last_at` integer NOT NULL,
	`all_seq` integer NOT NULL,
	`pinned_seq` integer,
	`created_at` integer NOT NULL,
	`dissolved_at` integer,
	`flood_tokens` integer NOT NULL,
	`flood_at` integer NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `groups_subject` ON `groups` (`community_id`,`kind`,`subject_id`);--> statement-breakpoint
CREATE TABLE `group_members` (
	`community_id` text NOT NULL,
	`group_id` text NOT NULL,
	`resident_id` text NOT NULL,
	`role` text NOT NULL,
	`badge` text,
	`label` text NOT NULL,
	`joined_at` integer NOT NULL,
	`left_at` integer,
	`removed_at` integer,
	`read_seq` integer NOT NULL,
	`mention_seq` integer NOT NULL,
	`silenced` integer NOT NULL,
	`pinned` integer NOT NULL,
	`muted_until` integer,
	`flood_tokens` integer NOT NULL,
	`flood_at` integer NOT NULL,
	PRIMARY KEY(`community_id`, `group_id`, `resident_id`)
);
--> statement-breakpoint
CREATE INDEX `group_members_resident` ON `group_members` (`community_id`,`resident_id`);--> statement-breakpoint
CREATE INDEX `group_members_read` ON `group_members` (`community_id`,`group_id`,`read_seq`);--> statement-breakpoint
CREATE TABLE `messages` (
	`community_id` text NOT NULL,
	`group_id` text NOT NULL,
	`seq` integer NOT NULL,
	`author_id` text,
	`sent_as` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`body` text NOT NULL,
	`quote_seq` integer,
	`mentions` text NOT NULL,
	`mentions_all` integer NOT NULL,
	`at` integer NOT NULL,
	`state` text NOT NULL,
	`state_at` integer,
	`state_by` text,
	`state_reason` text NOT NULL,
	`event_seq` integer NOT NULL,
	`terms` text NOT NULL,
	`terms_key` integer NOT NULL,
	PRIMARY KEY(`community_id`, `group_id`, `seq`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_terms_key` ON `messages` (`terms_key`);--> statement-breakpoint
CREATE INDEX `messages_author` ON `messages` (`community_id`,`author_id`,`at`);--> statement-breakpoint
CREATE INDEX `messages_quote` ON `messages` (`community_id`,`group_id`,`quote_seq`);--> statement-breakpoint
CREATE TABLE `held_messages` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`group_id` text NOT NULL,
	`author_id` text NOT NULL,
	`sent_as` text NOT NULL,
	`input` text NOT NULL,
	`at` integer NOT NULL,
	`reason` text NOT NULL,
	`detail` text NOT NULL,
	`status` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`decided_reason` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `held_messages_status` ON `held_messages` (`community_id`,`status`,`at`);--> statement-breakpoint
CREATE INDEX `held_messages_author` ON `held_messages` (`community_id`,`author_id`);--> statement-breakpoint
CREATE TABLE `group_invitations` (
	`community_id` text NOT NULL,
	`code` text NOT NULL,
	`group_id` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`community_id`, `code`)
);
--> statement-breakpoint
CREATE TABLE `message_reports` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`group_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`status` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`reason` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `message_reports_message` ON `message_reports` (`community_id`,`group_id`,`seq`);--> statement-breakpoint
CREATE INDEX `message_reports_status` ON `message_reports` (`community_id`,`status`,`at`);--> statement-breakpoint
CREATE TABLE `message_reporters` (
	`community_id` text NOT NULL,
	`report_id` text NOT NULL,
	`resident_id` text NOT NULL,
	`reason` text NOT NULL,
	`note` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`community_id`, `report_id`, `resident_id`)
);
--> statement-breakpoint
CREATE TABLE `message_appeals` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`group_id` text NOT NULL,
	`seq` integer NOT NULL,
	`by_id` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	`status` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`reason` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `message_appeals_message` ON `message_appeals` (`community_id`,`group_id`,`seq`);--> statement-breakpoint
CREATE INDEX `message_appeals_status` ON `message_appeals` (`community_id`,`status`,`at`);--> statement-breakpoint
CREATE TABLE `moderation_log` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text NOT NULL,
	`action` text NOT NULL,
	`group_id` text NOT NULL,
	`seq` integer,
	`about_id` text,
	`reason` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `moderation_log_group` ON `moderation_log` (`community_id`,`group_id`);--> statement-breakpoint
CREATE INDEX `moderation_log_at` ON `moderation_log` (`community_id`,`at`);--> statement-breakpoint
CREATE TABLE `intakes` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`number` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`file_ids` text NOT NULL,
	`group_id` text,
	`seqs` text NOT NULL,
	`area_id` text,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	`status` text NOT NULL,
	`reply` text NOT NULL,
	`handled_by` text,
	`handled_at` integer,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `intakes_status` ON `intakes` (`community_id`,`kind`,`status`,`at`);--> statement-breakpoint
CREATE INDEX `intakes_by` ON `intakes` (`community_id`,`by_id`);--> statement-breakpoint
CREATE INDEX `intakes_group` ON `intakes` (`community_id`,`group_id`);--> statement-breakpoint
CREATE TABLE `intake_numbers` (
	`community_id` text NOT NULL,
	`series` text NOT NULL,
	`last` integer NOT NULL,
	PRIMARY KEY(`community_id`, `series`)
);
--> statement-breakpoint
CREATE TABLE `notices` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`author_id` text NOT NULL,
	`author_role` text NOT NULL,
	`category` text NOT NULL,
	`status` text NOT NULL,
	`version` integer NOT NULL,
	`needs_ack` integer NOT NULL,
	`area_ids` text NOT NULL,
	`body_ids` text NOT NULL,
	`publish_at` integer,
	`published_at` integer,
	`expires_at` integer,
	`created_at` integer NOT NULL,
	`last_reminder_at` integer,
	`withdrawn_reason` text NOT NULL,
	`public_token` text NOT NULL,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_token` ON `notices` (`public_token`);--> statement-breakpoint
CREATE INDEX `notices_status` ON `notices` (`community_id`,`status`,`published_at`);--> statement-breakpoint
CREATE TABLE `notice_versions` (
	`community_id` text NOT NULL,
	`notice_id` text NOT NULL,
	`version` integer NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`file_ids` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text NOT NULL,
	`change` text NOT NULL,
	PRIMARY KEY(`community_id`, `notice_id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `notice_scopes` (
	`community_id` text NOT NULL,
	`notice_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	PRIMARY KEY(`community_id`, `notice_id`, `kind`, `subject_id`)
);
--> statement-breakpoint
CREATE INDEX `notice_scopes_subject` ON `notice_scopes` (`community_id`,`kind`,`subject_id`);--> statement-breakpoint
CREATE TABLE `notice_readers` (
	`community_id` text NOT NULL,
	`notice_id` text NOT NULL,
	`resident_id` text NOT NULL,
	`read_version` integer NOT NULL,
	`read_at` integer NOT NULL,
	`ack_version` integer NOT NULL,
	`ack_at` integer,
	PRIMARY KEY(`community_id`, `notice_id`, `resident_id`)
);
--> statement-breakpoint
CREATE INDEX `notice_readers_resident` ON `notice_readers` (`community_id`,`resident_id`);--> statement-breakpoint
CREATE TABLE `notice_knocks` (
	`community_id` text NOT NULL,
	`notice_id` text NOT NULL,
	`dwelling_id` text NOT NULL,
	`helper_id` text NOT NULL,
	`assigned_by` text NOT NULL,
	`assigned_at` integer NOT NULL,
	`result` text,
	`version` integer NOT NULL,
	`note` text NOT NULL,
	`at` integer,
	PRIMARY KEY(`community_id`, `notice_id`, `dwelling_id`)
);
--> statement-breakpoint
CREATE INDEX `notice_knocks_helper` ON `notice_knocks` (`community_id`,`helper_id`);--> statement-breakpoint
CREATE TABLE `notice_reminders` (
	`community_id` text NOT NULL,
	`notice_id` text NOT NULL,
	`dwelling_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`community_id`, `notice_id`, `dwelling_id`)
);
--> statement-breakpoint
CREATE TABLE `outreach_choices` (
	`community_id` text NOT NULL,
	`resident_id` text NOT NULL,
	`off` text NOT NULL,
	PRIMARY KEY(`community_id`, `resident_id`)
);
--> statement-breakpoint
CREATE TABLE `outreach_consents` (
	`account_id` text NOT NULL,
	`template` text NOT NULL,
	`remaining` integer NOT NULL,
	`ahead` integer NOT NULL,
	`event_at` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `template`)
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`community_id` text NOT NULL,
	`id` text NOT NULL,
	`resident_id` text NOT NULL,
	`account_id` text,
	`channel` text NOT NULL,
	`category` text NOT NULL,
	`owner_kind` text NOT NULL,
	`owner_id` text NOT NULL,
	`data` text NOT NULL,
	`status` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_at` integer,
	`lease_until` integer,
	`receipt` text NOT NULL,
	`at` integer NOT NULL,
	`done_at` integer,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `outbox_next` ON `outbox` (`next_at`);--> statement-breakpoint
CREATE INDEX `outbox_receipt` ON `outbox` (`receipt`);--> statement-breakpoint
CREATE INDEX `outbox_done` ON `outbox` (`done_at`);--> statement-breakpoint
CREATE INDEX `outbox_owner` ON `outbox` (`community_id`,`owner_kind`,`owner_id`);--> statement-breakpoint
CREATE VIRTUAL TABLE `messages_search` USING fts5(terms, content='', contentless_delete=1, tokenize="ascii tokenchars '-_'");
--> statement-breakpoint
CREATE TRIGGER `messages_search_added` AFTER INSERT ON `messages` WHEN new.terms <> '' BEGIN INSERT INTO messages_search(rowid, terms) VALUES (new.terms_key, new.terms); END;
--> statement-breakpoint
CREATE TRIGGER `messages_search_changed` AFTER UPDATE OF terms ON `messages` WHEN old.terms <> new.terms BEGIN DELETE FROM messages_search WHERE rowid = old.terms_key; INSERT INTO messages_search(rowid, terms) SELECT new.terms_key, new.terms WHERE new.terms <> ''; END;
--> statement-breakpoint
CREATE TRIGGER `messages_search_removed` AFTER DELETE ON `messages` WHEN old.terms <> '' BEGIN DELETE FROM messages_search WHERE rowid = old.terms_key; END;
