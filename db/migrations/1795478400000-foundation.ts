import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first shape of the database: registers, cases, acts, draws, visits, publication, exchange. */
export class Foundation1795478400000 implements MigrationInterface {
  name = 'Foundation1795478400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE EXTENSION IF NOT EXISTS pg_trgm`);
    await runner.query(
      `CREATE TABLE "acts" ("id" BIGSERIAL NOT NULL, "act" text NOT NULL, "subject_kind" text NOT NULL, "subject_id" text NOT NULL, "submission" text NOT NULL, "account" text NOT NULL, "capacity" text NOT NULL, "department" text NOT NULL, "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "reason" text, "entry" text NOT NULL, "salt" bytea NOT NULL, "leaf_hash" bytea NOT NULL, "detail" jsonb, CONSTRAINT "PK_e5c3aa0cbd9be1df7dcaaf15345" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "acts_account" ON "acts"  ("account") `);
    await runner.query(`CREATE INDEX "acts_subject_time" ON "acts"  ("subject_id", "at") `);
    await runner.query(`CREATE UNIQUE INDEX "acts_once" ON "acts"  ("subject_kind", "subject_id", "submission") `);
    await runner.query(
      `CREATE TABLE "batch_file" ("batch" text NOT NULL, "name" text NOT NULL, "content" bytea NOT NULL, "sha256" text NOT NULL, CONSTRAINT "PK_f8dce9f54df596548bbb9b13cf0" PRIMARY KEY ("batch", "name"))`,
    );
    await runner.query(
      `CREATE TABLE "batch_inspector" ("batch" text NOT NULL, "inspector_id" uuid NOT NULL, "department" text NOT NULL, "public_id" text, "exclusion" text, CONSTRAINT "PK_796a457a92d90c0129621c83553" PRIMARY KEY ("batch", "inspector_id"))`,
    );
    await runner.query(
      `CREATE TABLE "batch_object" ("batch" text NOT NULL, "object_id" uuid NOT NULL, "public_id" text, "stratum" text NOT NULL, "area" text, "exclusion" text, "sequence" integer, CONSTRAINT "PK_c7a24948a87a25bc466a1e197ac" PRIMARY KEY ("batch", "object_id"))`,
    );
    await runner.query(`CREATE INDEX "batch_object_public" ON "batch_object"  ("batch", "public_id") `);
    await runner.query(
      `CREATE TABLE "batch" ("number" text NOT NULL, "check_id" text NOT NULL, "frozen_by" text, "nonce_key" bytea NOT NULL, "secrets" jsonb NOT NULL, "figures" jsonb NOT NULL, CONSTRAINT "PK_59929ea14bc1359e9d8ac81e68d" PRIMARY KEY ("number"))`,
    );
    await runner.query(
      `CREATE TABLE "case_number" ("kind" text NOT NULL, "year" integer NOT NULL, "serial" integer NOT NULL, "submission" text NOT NULL, CONSTRAINT "PK_aa2e75c249034c89820144da0a1" PRIMARY KEY ("kind", "year", "serial"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "case_number_submission" ON "case_number"  ("submission") `);
    await runner.query(
      `CREATE TABLE "case_waiting" ("id" BIGSERIAL NOT NULL, "case_id" text NOT NULL, "act" text NOT NULL, "capacity" text NOT NULL, "department" text NOT NULL, "officer" uuid, "since" TIMESTAMP WITH TIME ZONE NOT NULL, "due" date, "pending_year" integer, CONSTRAINT "PK_f55c7c08afd91818f285b8e79b6" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "case_waiting_due" ON "case_waiting"  ("due") `);
    await runner.query(`CREATE INDEX "case_waiting_officer" ON "case_waiting"  ("officer") `);
    await runner.query(`CREATE INDEX "case_waiting_unit" ON "case_waiting"  ("department", "capacity") `);
    await runner.query(`CREATE INDEX "case_waiting_case" ON "case_waiting"  ("case_id") `);
    await runner.query(
      `CREATE TABLE "document" ("key" text NOT NULL, "kind" text NOT NULL, "case_id" text NOT NULL, "department" text, "title" text NOT NULL, "state" text NOT NULL, "failure" jsonb, "file_id" uuid, "done" integer NOT NULL DEFAULT '0', "total" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_00f160cc17425b0ba5d262a32ef" PRIMARY KEY ("key"))`,
    );
    await runner.query(`CREATE INDEX "document_case" ON "document"  ("case_id") `);
    await runner.query(
      `CREATE TABLE "draft" ("account" uuid NOT NULL, "form" text NOT NULL, "body" jsonb NOT NULL, "saved_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_12d6973d93d109c5462f4f755be" PRIMARY KEY ("account", "form"))`,
    );
    await runner.query(
      `CREATE TABLE "official_case" ("id" text NOT NULL, "kind" text NOT NULL, "number" text NOT NULL, "title" text NOT NULL, "stage" text NOT NULL, "closed" boolean NOT NULL DEFAULT false, "lead_department" text NOT NULL, "departments" text array NOT NULL, "parent_id" text, "due" date, "opened_at" TIMESTAMP WITH TIME ZONE NOT NULL, "stage_since" TIMESTAMP WITH TIME ZONE NOT NULL, "closed_at" TIMESTAMP WITH TIME ZONE, "state" jsonb NOT NULL, "version" integer NOT NULL, CONSTRAINT "PK_007fc2fad923f528cf5b2fbb6ac" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "official_case_stage" ON "official_case"  ("kind", "stage") `);
    await runner.query(`CREATE INDEX "official_case_parent" ON "official_case"  ("parent_id") `);
    await runner.query(`CREATE UNIQUE INDEX "official_case_kind_number" ON "official_case"  ("kind", "number") `);
    await runner.query(
      `CREATE TABLE "publication" ("id" BIGSERIAL NOT NULL, "visit_id" text NOT NULL, "department" text NOT NULL, "version" integer NOT NULL, "check_id" text NOT NULL, "object_name" text NOT NULL, "uscc" text, "registration_no" text, "items" text array NOT NULL, "code" text NOT NULL, "completed_on" date NOT NULL, "published_at" TIMESTAMP WITH TIME ZONE NOT NULL, "state" text NOT NULL, "reason" text, "changed_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_8aea8363d5213896a78d8365fab" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "publication_time" ON "publication"  ("published_at") `);
    await runner.query(`CREATE INDEX "publication_uscc" ON "publication"  ("uscc") `);
    await runner.query(
      `CREATE UNIQUE INDEX "publication_once" ON "publication"  ("visit_id", "department", "version") `,
    );
    await runner.query(
      `CREATE TABLE "referral" ("id" text NOT NULL, "visit_id" text NOT NULL, "check_id" text NOT NULL, "object_id" uuid NOT NULL, "department" text NOT NULL, "referral_kind" text NOT NULL, "addressee" text, "stage" text NOT NULL, CONSTRAINT "PK_a2d3e935a6591168066defec5ad" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "referral_department" ON "referral"  ("department", "stage") `);
    await runner.query(`CREATE INDEX "referral_visit" ON "referral"  ("visit_id") `);
    await runner.query(
      `CREATE TABLE "result_version" ("visit_id" text NOT NULL, "department" text NOT NULL, "version" integer NOT NULL, "form" jsonb NOT NULL, "entered_by" text NOT NULL, "entered_at" TIMESTAMP WITH TIME ZONE NOT NULL, "reason" text, "sha256" text NOT NULL, CONSTRAINT "PK_62f7546f043112686c6348b20d0" PRIMARY KEY ("visit_id", "department", "version"))`,
    );
    await runner.query(
      `CREATE TABLE "run_history" ("workflow_id" text NOT NULL, "run_id" text NOT NULL, "events" integer NOT NULL, "bytes" integer NOT NULL, "sha256" text NOT NULL, "history" bytea NOT NULL, "archived_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_c01b5f80c96bbe253a4732adecc" PRIMARY KEY ("workflow_id", "run_id"))`,
    );
    await runner.query(
      `CREATE TABLE "session" ("sid" text NOT NULL, "sess" json NOT NULL, "expire" TIMESTAMP(6) NOT NULL, CONSTRAINT "PK_7575923e18b495ed2307ae629ae" PRIMARY KEY ("sid"))`,
    );
    await runner.query(`CREATE INDEX "session_expire" ON "session"  ("expire") `);
    await runner.query(
      `CREATE TABLE "stored_file" ("id" uuid NOT NULL, "name" text NOT NULL, "mime" text NOT NULL, "size" integer NOT NULL, "sha256" text NOT NULL, "content" bytea NOT NULL, "uploaded_by" text NOT NULL, "case_id" text, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_e140967af84027b493a3ff04fbb" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "stored_file_case" ON "stored_file"  ("case_id") `);
    await runner.query(
      `CREATE TABLE "visit_result" ("visit_id" text NOT NULL, "department" text NOT NULL, "check_id" text NOT NULL, "batch" text NOT NULL, "object_id" uuid NOT NULL, "officers" uuid array NOT NULL, "visit_date" date, "visit_stage" text NOT NULL, "stage" text NOT NULL, "publication" text NOT NULL, "disposition" text NOT NULL, "code" text, "follow_up" text, "completed_on" date, "publish_due" date, "publish_pending_year" integer, "result_version" integer NOT NULL, CONSTRAINT "PK_769111343ea41d2c0fc3652402f" PRIMARY KEY ("visit_id", "department"))`,
    );
    await runner.query(`CREATE INDEX "visit_result_object" ON "visit_result"  ("object_id") `);
    await runner.query(
      `CREATE INDEX "visit_result_publication" ON "visit_result"  ("department", "publication", "publish_due") `,
    );
    await runner.query(`CREATE INDEX "visit_result_check" ON "visit_result"  ("check_id", "department", "stage") `);
    await runner.query(
      `CREATE TABLE "outbox_message" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "number" BIGSERIAL NOT NULL, "platform" character varying(40) NOT NULL, "key" character varying(200) NOT NULL, "subject_kind" character varying(40) NOT NULL, "subject_id" character varying(100) NOT NULL, "department" character varying(32) NOT NULL, "payload" jsonb NOT NULL, "state" character varying(12) NOT NULL, "attempts" integer NOT NULL DEFAULT '0', "attempts_before" integer NOT NULL DEFAULT '0', "last_error_code" character varying(64), "last_error" text, "receipt" jsonb, "next_attempt_at" TIMESTAMP WITH TIME ZONE, "claim" character varying(100), "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "sent_at" TIMESTAMP WITH TIME ZONE, "told_at" TIMESTAMP WITH TIME ZONE, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "outbox_message_platform_key" UNIQUE ("platform", "key"), CONSTRAINT "PK_2f36ee5236f2793f3e7bd554589" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "outbox_message_subject" ON "outbox_message"  ("subject_kind", "subject_id") `);
    await runner.query(
      `CREATE INDEX "outbox_message_due" ON "outbox_message"  ("platform", "state", "next_attempt_at") `,
    );
    await runner.query(
      `CREATE TABLE "outbox_attempt" ("message_id" uuid NOT NULL, "number" integer NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "outcome" character varying(12) NOT NULL, "code" character varying(64), "detail" text, "duration_ms" integer NOT NULL, CONSTRAINT "PK_3510efccffeff6cf11474207799" PRIMARY KEY ("message_id", "number"))`,
    );
    await runner.query(
      `CREATE TABLE "account" ("id" uuid NOT NULL DEFAULT uuid_generate_v4(), "username" text NOT NULL, "name" text NOT NULL, "department" text NOT NULL, "capacities" text array NOT NULL, "password_hash" text NOT NULL, "must_change_password" boolean NOT NULL DEFAULT true, "failed_attempts" integer NOT NULL DEFAULT '0', "locked_until" TIMESTAMP WITH TIME ZONE, "active" boolean NOT NULL DEFAULT true, "inspector_id" uuid, "demonstration" boolean NOT NULL DEFAULT false, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "version" integer NOT NULL DEFAULT '1', CONSTRAINT "PK_54115ee388cdb6d86bb4bf5b2ea" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "account_inspector" ON "account"  ("inspector_id") WHERE inspector_id IS NOT NULL`,
    );
    await runner.query(`CREATE INDEX "account_department" ON "account"  ("department") `);
    await runner.query(`CREATE UNIQUE INDEX "account_username" ON "account"  ("username") `);
    await runner.query(
      `CREATE TABLE "api_token" ("hash" text NOT NULL, "account_id" uuid NOT NULL, "label" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "expires_at" TIMESTAMP WITH TIME ZONE, "revoked_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_60221392192b32c7560c128a6fa" PRIMARY KEY ("hash"))`,
    );
    await runner.query(`CREATE INDEX "api_token_account" ON "api_token"  ("account_id") `);
    await runner.query(
      `CREATE TABLE "calendar_day" ("date" date NOT NULL, "year" integer NOT NULL, "kind" text NOT NULL, "name" text NOT NULL, CONSTRAINT "PK_82404934db32af18c10dfe7087e" PRIMARY KEY ("date"))`,
    );
    await runner.query(`CREATE INDEX "calendar_day_year" ON "calendar_day"  ("year") `);
    await runner.query(
      `CREATE TABLE "calendar_year" ("year" integer NOT NULL, "source" text NOT NULL, "published_at" TIMESTAMP WITH TIME ZONE NOT NULL, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "PK_4a5f5b39f8e07f51dab5be6fed9" PRIMARY KEY ("year"))`,
    );
    await runner.query(
      `CREATE TABLE "check_item" ("code" text NOT NULL, "department" text NOT NULL, "active" boolean NOT NULL DEFAULT true, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "PK_f186b9233633d592c4e2a53857b" PRIMARY KEY ("code"))`,
    );
    await runner.query(`CREATE INDEX "check_item_department" ON "check_item"  ("department") `);
    await runner.query(
      `CREATE TABLE "check_item_version" ("item_code" text NOT NULL, "version" integer NOT NULL, "effective_from" date NOT NULL, "cause" text NOT NULL, "category" text NOT NULL, "name" text NOT NULL, "content" text, "object_type" text NOT NULL, "item_class" text, "method" text, "level" text, "ratio_frequency" text, "basis" text, "catalogue_code" text, "random_applies" boolean NOT NULL DEFAULT true, "joint_applies" boolean NOT NULL DEFAULT true, "qualifications" text array NOT NULL DEFAULT '{}', "note" text, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "changed_by" text NOT NULL, CONSTRAINT "PK_d3177da05be80d83b416024254b" PRIMARY KEY ("item_code", "version"))`,
    );
    await runner.query(
      `CREATE INDEX "check_item_version_in_force" ON "check_item_version"  ("item_code", "effective_from") `,
    );
    await runner.query(
      `CREATE TABLE "check_object" ("id" uuid NOT NULL DEFAULT uuid_generate_v4(), "uscc" text, "registration_no" text, "kind" text NOT NULL, "name" text NOT NULL, "status" text NOT NULL DEFAULT 'active', "founded_on" date, "address" text, "division" text, "industry" text, "scope" text, "legal_representative" text, "phone" text, "responsible_departments" text array NOT NULL DEFAULT '{}', "tags" text array NOT NULL DEFAULT '{}', "licences" jsonb NOT NULL DEFAULT '[]', "risk_class" text, "risk_source" text, "credit_status" text, "note" text, "last_checked_on" date, "import_batch" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "version" integer NOT NULL DEFAULT '1', CONSTRAINT "PK_23550716b04966d545e443c9d32" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "check_object_class" ON "check_object"  ("status", "risk_class") `);
    await runner.query(`CREATE INDEX "check_object_industry" ON "check_object"  ("industry") `);
    await runner.query(`CREATE INDEX "check_object_division" ON "check_object"  ("division") `);
    await runner.query(
      `CREATE UNIQUE INDEX "check_object_registration" ON "check_object"  ("kind", "registration_no") WHERE registration_no IS NOT NULL`,
    );
    await runner.query(`CREATE UNIQUE INDEX "check_object_uscc" ON "check_object"  ("uscc") WHERE uscc IS NOT NULL`);
    await runner.query(
      `CREATE TABLE "department" ("code" text NOT NULL, "name" text NOT NULL, "short_name" text NOT NULL, "full_name" text NOT NULL, "role" text NOT NULL, "sector" text NOT NULL, "inspects" boolean NOT NULL, "member" boolean NOT NULL, "by_invitation" boolean NOT NULL DEFAULT false, "position" integer NOT NULL DEFAULT '0', "version" integer NOT NULL DEFAULT '1', CONSTRAINT "PK_62690f4fe31da9eb824d909285f" PRIMARY KEY ("code"))`,
    );
    await runner.query(
      `CREATE TABLE "division" ("code" text NOT NULL, "short_code" text NOT NULL, "name" text NOT NULL, "parent" text, "level" integer NOT NULL, "kind" text NOT NULL, CONSTRAINT "PK_1870649c4e2c6970186e055f3d2" PRIMARY KEY ("code"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "division_short_code" ON "division"  ("short_code") `);
    await runner.query(
      `CREATE TABLE "import_batch" ("id" uuid NOT NULL, "kind" text NOT NULL, "file_name" text NOT NULL, "sha256" text NOT NULL, "counts" jsonb NOT NULL, "errors" jsonb NOT NULL, "by" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "state" text NOT NULL, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "PK_f408daa3bbc77ffc37eca041312" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "import_batch_time" ON "import_batch"  ("kind", "at") `);
    await runner.query(
      `CREATE TABLE "industry" ("code" text NOT NULL, "name" text NOT NULL, "parent" text, "level" integer NOT NULL, CONSTRAINT "PK_d76e293720ae8ab8fe7afffdc98" PRIMARY KEY ("code"))`,
    );
    await runner.query(`CREATE INDEX "industry_parent" ON "industry"  ("parent") `);
    await runner.query(
      `CREATE TABLE "inspector" ("id" uuid NOT NULL DEFAULT uuid_generate_v4(), "department" text NOT NULL, "staff_no" text NOT NULL, "name" text NOT NULL, "unit" text NOT NULL, "post_class" text NOT NULL, "certificates" jsonb NOT NULL DEFAULT '[]', "qualifications" text array NOT NULL DEFAULT '{}', "specialisms" text array NOT NULL DEFAULT '{}', "areas" text array NOT NULL DEFAULT '{}', "duty_status" text NOT NULL DEFAULT 'onDuty', "import_batch" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "version" integer NOT NULL DEFAULT '1', CONSTRAINT "PK_089010107f03ba3889d9162b735" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "inspector_staff_no" ON "inspector"  ("department", "staff_no") `);
    await runner.query(
      `CREATE TABLE "joint_item" ("code" text NOT NULL, "field" text NOT NULL, "item" text NOT NULL, "object_type" text NOT NULL, "initiating_departments" text NOT NULL, "participating_departments" text NOT NULL, "initiating_codes" text array NOT NULL, "participating_codes" text array NOT NULL, "level" text, "item_class" text, "method" text, "ratio_frequency" text, "basis" text, "source" text NOT NULL, "confidence" text NOT NULL, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "PK_3c9fdef1650508ebeaf5409cf0b" PRIMARY KEY ("code"))`,
    );
    await runner.query(
      `CREATE TABLE "recusal" ("inspector_id" uuid NOT NULL, "object_id" uuid NOT NULL, "reason" text NOT NULL, CONSTRAINT "PK_83ff8e1ca495b55248f6b917668" PRIMARY KEY ("inspector_id", "object_id"))`,
    );
    await runner.query(`CREATE INDEX "recusal_object" ON "recusal"  ("object_id") `);
    await runner.query(
      `CREATE TABLE "register_change" ("id" BIGSERIAL NOT NULL, "register" text NOT NULL, "subject_id" text NOT NULL, "version" integer NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "actor" text NOT NULL, "cause" text NOT NULL, "before" jsonb, "after" jsonb, "act_id" bigint NOT NULL, CONSTRAINT "PK_9cc7ec1c06ee449f341d28f1438" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "register_change_act" ON "register_change"  ("act_id") `);
    await runner.query(
      `CREATE INDEX "register_change_subject" ON "register_change"  ("register", "subject_id", "version") `,
    );
    await runner.query(
      `CREATE TABLE "setting" ("key" text NOT NULL, "value" jsonb NOT NULL, "source" text NOT NULL, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "PK_1c4c95d773004250c157a744d6e" PRIMARY KEY ("key"))`,
    );
    await runner.query(
      `ALTER TABLE "outbox_attempt" ADD CONSTRAINT "FK_a28be816c63c1eab79a2b4517bf" FOREIGN KEY ("message_id") REFERENCES "outbox_message"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await runner.query(`CREATE INDEX check_object_name_trgm ON check_object USING gin (name gin_trgm_ops)`);
    await runner.query(`CREATE INDEX check_object_tags ON check_object USING gin (tags)`);
    await runner.query(`CREATE INDEX check_object_responsible ON check_object USING gin (responsible_departments)`);
    await runner.query(`CREATE INDEX publication_name_trgm ON publication USING gin (object_name gin_trgm_ops)`);
    await runner.query(`CREATE INDEX official_case_departments ON official_case USING gin (departments)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "outbox_attempt" DROP CONSTRAINT "FK_a28be816c63c1eab79a2b4517bf"`);
    await runner.query(`DROP TABLE "setting"`);
    await runner.query(`DROP INDEX "public"."register_change_subject"`);
    await runner.query(`DROP INDEX "public"."register_change_act"`);
    await runner.query(`DROP TABLE "register_change"`);
    await runner.query(`DROP INDEX "public"."recusal_object"`);
    await runner.query(`DROP TABLE "recusal"`);
    await runner.query(`DROP TABLE "joint_item"`);
    await runner.query(`DROP INDEX "public"."inspector_staff_no"`);
    await runner.query(`DROP TABLE "inspector"`);
    await runner.query(`DROP INDEX "public"."industry_parent"`);
    await runner.query(`DROP TABLE "industry"`);
    await runner.query(`DROP INDEX "public"."import_batch_time"`);
    await runner.query(`DROP TABLE "import_batch"`);
    await runner.query(`DROP INDEX "public"."division_short_code"`);
    await runner.query(`DROP TABLE "division"`);
    await runner.query(`DROP TABLE "department"`);
    await runner.query(`DROP INDEX "public"."check_object_uscc"`);
    await runner.query(`DROP INDEX "public"."check_object_registration"`);
    await runner.query(`DROP INDEX "public"."check_object_division"`);
    await runner.query(`DROP INDEX "public"."check_object_industry"`);
    await runner.query(`DROP INDEX "public"."check_object_class"`);
    await runner.query(`DROP TABLE "check_object"`);
    await runner.query(`DROP INDEX "public"."check_item_version_in_force"`);
    await runner.query(`DROP TABLE "check_item_version"`);
    await runner.query(`DROP INDEX "public"."check_item_department"`);
    await runner.query(`DROP TABLE "check_item"`);
    await runner.query(`DROP TABLE "calendar_year"`);
    await runner.query(`DROP INDEX "public"."calendar_day_year"`);
    await runner.query(`DROP TABLE "calendar_day"`);
    await runner.query(`DROP INDEX "public"."api_token_account"`);
    await runner.query(`DROP TABLE "api_token"`);
    await runner.query(`DROP INDEX "public"."account_username"`);
    await runner.query(`DROP INDEX "public"."account_department"`);
    await runner.query(`DROP INDEX "public"."account_inspector"`);
    await runner.query(`DROP TABLE "account"`);
    await runner.query(`DROP TABLE "outbox_attempt"`);
    await runner.query(`DROP INDEX "public"."outbox_message_due"`);
    await runner.query(`DROP INDEX "public"."outbox_message_subject"`);
    await runner.query(`DROP TABLE "outbox_message"`);
    await runner.query(`DROP INDEX "public"."visit_result_check"`);
    await runner.query(`DROP INDEX "public"."visit_result_publication"`);
    await runner.query(`DROP INDEX "public"."visit_result_object"`);
    await runner.query(`DROP TABLE "visit_result"`);
    await runner.query(`DROP INDEX "public"."stored_file_case"`);
    await runner.query(`DROP TABLE "stored_file"`);
    await runner.query(`DROP INDEX "public"."session_expire"`);
    await runner.query(`DROP TABLE "session"`);
    await runner.query(`DROP TABLE "run_history"`);
    await runner.query(`DROP TABLE "result_version"`);
    await runner.query(`DROP INDEX "public"."referral_visit"`);
    await runner.query(`DROP INDEX "public"."referral_department"`);
    await runner.query(`DROP TABLE "referral"`);
    await runner.query(`DROP INDEX "public"."publication_once"`);
    await runner.query(`DROP INDEX "public"."publication_uscc"`);
    await runner.query(`DROP INDEX "public"."publication_time"`);
    await runner.query(`DROP TABLE "publication"`);
    await runner.query(`DROP INDEX "public"."official_case_kind_number"`);
    await runner.query(`DROP INDEX "public"."official_case_parent"`);
    await runner.query(`DROP INDEX "public"."official_case_stage"`);
    await runner.query(`DROP TABLE "official_case"`);
    await runner.query(`DROP TABLE "draft"`);
    await runner.query(`DROP INDEX "public"."document_case"`);
    await runner.query(`DROP TABLE "document"`);
    await runner.query(`DROP INDEX "public"."case_waiting_case"`);
    await runner.query(`DROP INDEX "public"."case_waiting_unit"`);
    await runner.query(`DROP INDEX "public"."case_waiting_officer"`);
    await runner.query(`DROP INDEX "public"."case_waiting_due"`);
    await runner.query(`DROP TABLE "case_waiting"`);
    await runner.query(`DROP INDEX "public"."case_number_submission"`);
    await runner.query(`DROP TABLE "case_number"`);
    await runner.query(`DROP TABLE "batch"`);
    await runner.query(`DROP INDEX "public"."batch_object_public"`);
    await runner.query(`DROP TABLE "batch_object"`);
    await runner.query(`DROP TABLE "batch_inspector"`);
    await runner.query(`DROP TABLE "batch_file"`);
    await runner.query(`DROP INDEX "public"."acts_once"`);
    await runner.query(`DROP INDEX "public"."acts_subject_time"`);
    await runner.query(`DROP INDEX "public"."acts_account"`);
    await runner.query(`DROP TABLE "acts"`);
  }
}
