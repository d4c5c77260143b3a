import type { Queryable } from '../../../db/queryable';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { platformOf, type ReferralState } from '../../../domain/referral/state';
import type { JointCheckState } from '../../../domain/joint-check/state';
import { yearAndSerialOf } from '../../../domain/numbers';
import type { DocumentRow } from '../../documents/document-row';
import { contactOf, sealNames, stateOf } from '../../documents/paper-facts';
import { firmsOf } from '../visit/paper-facts';

const platformNames: Record<string, string> = {
  'public-credit': '省公共信用信息系统',
  'joint-discipline': '联合惩戒平台',
};

/** 移送函 with the list of its dossier. */
export async function referralLetter(db: Queryable, row: DocumentRow) {
  const referral = await stateOf<ReferralState>(db, row.caseId);
  const check = await stateOf<JointCheckState>(db, referral.check);
  const name = await sealNames(db);
  const { year, serial } = yearAndSerialOf(check.number);
  const results: { completedOn: string; version: number }[] = await db.query(
    `SELECT to_char(completed_on, 'YYYY-MM-DD') AS "completedOn", result_version AS version FROM visit_result WHERE visit_id = $1 AND department = $2`,
    [referral.visit, referral.department],
  );
  const files: { name: string }[] = await db.query('SELECT name FROM stored_file WHERE id = ANY($1::uuid[])', [
    referral.attachments,
  ]);
  const inspectedOn = results[0]?.completedOn ?? shanghaiDay(referral.since);
  const platform = platformOf[referral.referralKind];
  return {
    issuer: name(referral.department),
    number: `双随机移〔${year}〕${serial}-${referral.number.split('-').slice(3).join('-')}号`,
    date: shanghaiDay(referral.since),
    referralKind: referral.referralKind,
    addressee: referral.addressee ? name(referral.addressee) : (platformNames[platform ?? ''] ?? ''),
    check: { number: check.number, title: check.scheme.title },
    object: (await firmsOf(db, [referral.object])).get(referral.object),
    inspectedOn,
    facts: referral.facts ?? '',
    legalBasis: referral.legalBasis ?? '',
    dossier: [
      {
        title: '检查记录表',
        number: `${referral.visit.split('/')[1]}-${referral.department}`,
        date: inspectedOn,
        pages: 1,
      },
      ...files.map((file) => ({ title: file.name, number: '', date: null, pages: 1 })),
    ],
    contact: await contactOf(db, referral.department),
  };
}
