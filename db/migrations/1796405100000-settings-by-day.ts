import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A setting's values stand side by side, each from its day on, so that what was promised can be read as of its day. */
export class SettingsByDay1796405100000 implements MigrationInterface {
  name = 'SettingsByDay1796405100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "setting" ADD "holds_from" date NOT NULL DEFAULT '-infinity'`);
    await runner.query(`ALTER TABLE "setting" DROP CONSTRAINT "PK_1c4c95d773004250c157a744d6e"`);
    await runner.query(`ALTER TABLE "setting" ADD CONSTRAINT "setting_by_day" PRIMARY KEY ("key", "holds_from")`);
    await runner.query(`DELETE FROM "setting" WHERE key = 'visit.caps'`);
    // A value that was never touched becomes today's default; one that the county chose stays, as a list of one.
    await runner.query(
      `UPDATE "setting" SET value = CASE WHEN version = 1 THEN '[60, 30, 7]'::jsonb ELSE jsonb_build_array(value) END, version = version + 1,
         source = CASE WHEN version = 1 THEN '县政策默认值：证件到期前60天、30天、7天提醒' ELSE source END
       WHERE key = 'inspector.certificateWarningDays' AND jsonb_typeof(value) = 'number'`,
    );
    await runner.query(
      `UPDATE "setting" SET source = '《政府信息公开条例》第二十六条：自政府信息形成或者变更之日起20个工作日内公开；《食品生产经营监督检查管理办法》第三十九条' WHERE key = 'publication.workingDays' AND version = 1`,
    );
    await runner.query(
      `UPDATE "setting" SET source = source || '（原取值' || value::text || '个工作日，超过法定上限，升级时改为20）', value = '20', version = version + 1
       WHERE key LIKE 'publication.%' AND jsonb_typeof(value) = 'number' AND value::text::numeric > 20`,
    );
    await runner.query(
      `UPDATE "setting" SET source = source || '（原取值' || value::text || '个工作日，升级时改为上限30）', value = '30', version = version + 1
       WHERE key = 'consultation.workingDays' AND jsonb_typeof(value) = 'number' AND value::text::numeric > 30`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DELETE FROM "setting" s USING "setting" later WHERE later.key = s.key AND later.holds_from > s.holds_from`,
    );
    await runner.query(`ALTER TABLE "setting" DROP CONSTRAINT "setting_by_day"`);
    await runner.query(`ALTER TABLE "setting" ADD CONSTRAINT "PK_1c4c95d773004250c157a744d6e" PRIMARY KEY ("key")`);
    await runner.query(`ALTER TABLE "setting" DROP COLUMN "holds_from"`);
  }
}
