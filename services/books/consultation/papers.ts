import type { Queryable } from '../../../db/queryable';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import type { ConsultationState } from '../../../domain/consultation/state';
import type { JointCheckState } from '../../../domain/joint-check/state';
import type { DocumentRow } from '../../documents/document-row';
import { contactOf, schemeSummary, sealNames, stateOf } from '../../documents/paper-facts';

/** 征求意见函 to one participant. */
export async function consultationLetter(db: Queryable, row: DocumentRow) {
  const { round, check, letter, department } = await letterOf(db, row);
  const name = await sealNames(db);
  return {
    issuer: name(round.lead),
    number: letter.number,
    date: shanghaiDay(round.since),
    addressee: name(department),
    round: round.round,
    scheme: await schemeSummary(db, check),
    workingDays: check.consultationDays,
    due: round.due,
    silence: round.silence,
    contact: await contactOf(db, round.lead),
  };
}

/** 复函 of a participant. */
export async function consultationReply(db: Queryable, row: DocumentRow) {
  const { round, check, letter, department } = await letterOf(db, row);
  const name = await sealNames(db);
  const answer = letter.answer;
  if (!answer) throw new RangeError(`${row.key} has no answer yet, so there is no reply to draw.`);
  const opened: { at: Date }[] = await db.query('SELECT opened_at AS at FROM official_case WHERE id = $1', [round.id]);
  return {
    issuer: name(department),
    number: letter.number.replace('双随机函', '双随机复'),
    date: shanghaiDay(answer.at),
    addressee: name(round.lead),
    letter: { number: letter.number, date: shanghaiDay(opened[0]?.at ?? round.since) },
    check: { number: check.number, title: check.scheme.title },
    verdict: answer.verdict,
    reasons: answer.reasons ? [answer.reasons] : [],
  };
}

async function letterOf(db: Queryable, row: DocumentRow) {
  const round = await stateOf<ConsultationState>(db, row.caseId);
  const check = await stateOf<JointCheckState>(db, round.check);
  const department = row.department ?? '';
  const letter = round.letters[department];
  if (!letter) throw new RangeError(`${row.caseId} has no letter to ${department}.`);
  return { round, check, letter, department };
}
