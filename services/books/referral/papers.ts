import { withoutPictures } from '../../../domain/text/picture-signs';
import type { Queryable } from '../../../db/queryable';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import type { ReferralState } from '../../../domain/referral/state';
import type { JointCheckState } from '../../../domain/joint-check/state';
import type { DocumentRow } from '../../documents/document-row';
import { contactOf, ownWord, sealNames, stateOf } from '../../documents/paper-facts';
import { documentNumber } from '../../numbers/document-numbers';
import { firmsOf } from '../visit/paper-facts';

/** 函 to another unit, or 线索移送单 within one, with the list of its dossier; a platform gets a record and no letter. */
export async function referralLetter(db: Queryable, row: DocumentRow) {
  const referral = await stateOf<ReferralState>(db, row.caseId);
  const check = await stateOf<JointCheckState>(db, referral.check);
  const name = await sealNames(db);
  const results: { completedOn: string; version: number }[] = await db.query(
    `SELECT to_char(completed_on, 'YYYY-MM-DD') AS "completedOn", result_version AS version FROM visit_result WHERE visit_id = $1 AND department = $2`,
    [referral.visit, referral.department],
  );
  const files: { name: string }[] = await db.query('SELECT name FROM stored_file WHERE id = ANY($1::uuid[])', [
    referral.attachments,
  ]);
  const inspectedOn = results[0]?.completedOn ?? shanghaiDay(referral.since);
  const within = referral.addressee === referral.department;
  const on = shanghaiDay(referral.since);
  return {
    issuer: name(referral.department),
    own: ownWord(name(referral.department)),
    number: await documentNumber(db, {
      unit: referral.department,
      series: within ? '线移' : '函',
      on,
      subject: row.key,
    }),
    date: on,
    referralKind: referral.referralKind,
    addressee: name(referral.addressee ?? ''),
    theirs: ownWord(name(referral.addressee ?? '')),
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
      },
      ...files.map((file) => ({ title: withoutPictures(file.name), number: '', date: null })),
    ],
    contact: await contactOf(db, referral.department),
  };
}
