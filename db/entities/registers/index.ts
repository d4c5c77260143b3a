import { Account } from './account';
import { ApiToken } from './api-token';
import { CalendarDay } from './calendar-day';
import { CalendarYear } from './calendar-year';
import { CheckItem } from './check-item';
import { CheckItemVersion } from './check-item-version';
import { CheckObject } from './check-object';
import { Department } from './department';
import { Division } from './division';
import { ImportBatch } from './import-batch';
import { Industry } from './industry';
import { Inspector } from './inspector';
import { JointItem } from './joint-item';
import { Recusal } from './recusal';
import { RecusalName } from './recusal-name';
import { RegisterChange } from './register-change';
import { Setting } from './setting';

/** Tables of the registers, reference lists, people and settings. */
export const registerEntities = [
  Account,
  ApiToken,
  CalendarDay,
  CalendarYear,
  CheckItem,
  CheckItemVersion,
  CheckObject,
  Department,
  Division,
  ImportBatch,
  Industry,
  Inspector,
  JointItem,
  Recusal,
  RecusalName,
  RegisterChange,
  Setting,
];
