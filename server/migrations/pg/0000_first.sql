CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"openid" text,
	"unionid" text,
	"phone" text,
	"name" text NOT NULL,
	"demo" text,
	"created_at" bigint NOT NULL
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
CREATE INDEX "timers_try" ON "timers" USING btree ("try_at");--> statement-breakpoint
CREATE INDEX "channel_events_at" ON "channel_events" USING btree ("at");