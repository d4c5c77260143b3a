import type { DataSource } from 'typeorm';
import { Refusal } from '../../domain/refusal';
import { requireRegisterAct } from '../../domain/registers/permissions';
import { isSettingKey, settingValues } from '../../domain/registers/setting-values';
import { changeRow } from './change-row';
import type { RowCommand, RowOutcome } from './register-command';
import { registers } from './register-row';

/**
 * Changes a setting with the source of its new value; the system administrator's part. Cases keep the value they began with.
 * @param command `id` = the key
 * @throws Refusal SETTING_UNKNOWN, INVALID_INPUT (with zod's issues), NOT_ENTITLED and those of changeRow
 */
export async function changeSetting(
  dataSource: DataSource,
  command: RowCommand & { value: unknown; source: string },
): Promise<RowOutcome> {
  const { id: key, source } = command;
  if (!isSettingKey(key)) throw new Refusal('SETTING_UNKNOWN', { key });
  const parsed = settingValues[key].safeParse(command.value);
  if (!parsed.success) throw new Refusal('INVALID_INPUT', { issues: parsed.error.issues });
  return changeRow(dataSource, registers.setting, command, {
    act: 'setting.change',
    cause: 'amended',
    decide() {
      requireRegisterAct('setting.change', command.actor);
      return { value: parsed.data, source };
    },
  });
}
