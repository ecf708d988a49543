CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`openid` text,
	`unionid` text,
	`phone` text,
	`name` text NOT NULL,
	`demo` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_openid` ON `accounts` (`openid`);--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_demo` ON `accounts` (`demo`);--> statement-breakpoint
CREATE INDEX `accounts_phone` ON `accounts` (`phone`);--> statement-breakpoint
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
	`owner_kind` text,
	`owner_id` text,
	PRIMARY KEY(`community_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `files_owner` ON `files` (`community_id`,`owner_kind`,`owner_id`);--> statement-breakpoint
CREATE INDEX `files_unattached` ON `files` (`owner_kind`,`at`);--> statement-breakpoint
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
CREATE INDEX `channel_events_at` ON `channel_events` (`at`);