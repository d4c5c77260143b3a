import type { DataSource } from 'typeorm';
import type { FactAnswers, FactKind, FactQuestion } from '../../domain/facts';
import { freezePool } from '../draw/freeze-pool';
import { performDraw } from '../draw/perform-draw';
import { authorisation } from './authorisation';
import { certifiedOfficer } from './certified-officer';
import { checkCounts } from '../queries/cases/check-counts';
import { checkItems, itemsInForce } from './items-in-force';
import { dueDay } from './due-day';
import { referralRecord } from './referral-record';
import { scopeCount } from '../queries/registers/scope-count';
import { spotCheckRecord } from './spot-check-record';

type Finders = { [K in FactKind]: (question: Extract<FactQuestion, { kind: K }>) => Promise<FactAnswers[K]> };

/** Answers the questions that rules ask of the registers and of other cases; one query each. */
export function createFactFinder(dataSource: DataSource) {
  return (question: FactQuestion, onProgress: () => void): Promise<FactAnswers[FactKind]> => {
    const finders: Finders = {
      dueDay: ({ from, workingDays }) => dueDay(dataSource, from, workingDays),
      departments: ({ codes }) =>
        dataSource.query('SELECT code, inspects FROM department WHERE code = ANY($1::text[])', [codes]),
      items: ({ codes, on }) => itemsInForce(dataSource, codes, on),
      scopeCount: ({ scope }) => scopeCount(dataSource, scope),
      attachments: ({ ids }) =>
        dataSource.query('SELECT id, name, sha256, mime FROM stored_file WHERE id = ANY($1::uuid[])', [ids]),
      authorisation: ({ id, on }) => authorisation(dataSource, id, on),
      certifiedOfficer: (asked) => certifiedOfficer(dataSource, asked),
      checkItems: ({ check, department }) => checkItems(dataSource, check, department),
      spotCheckRecord: (asked) => spotCheckRecord(dataSource, asked),
      referralRecord: ({ referral }) => referralRecord(dataSource, referral),
      setting: ({ key }) => setting(dataSource, key),
      freezePool: (asked) => freezePool(dataSource, asked, onProgress),
      performDraw: ({ batch }) => performDraw(dataSource, batch, onProgress),
      checkCounts: ({ check }) => checkCounts(dataSource, check),
    };
    const find = finders[question.kind] as (asked: FactQuestion) => Promise<FactAnswers[FactKind]>;
    return find(question);
  };
}

async function setting(dataSource: DataSource, key: string): Promise<unknown> {
  const rows: { value: unknown }[] = await dataSource.query('SELECT value FROM setting WHERE key = $1', [key]);
  return rows[0]?.value;
}
