import type { Queryable } from '../../../db/queryable';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import type { ConsultationState } from '../../../domain/consultation/state';
import type { JointCheckState } from '../../../domain/joint-check/state';
import type { DocumentRow } from '../../documents/document-row';
import { contactOf, ownWord, schemeSummary, sealNames, stateOf } from '../../documents/paper-facts';
import { documentNumber } from '../../numbers/document-numbers';
import { notKept } from '../../../domain/documents/consultation-letter';
import { SchemeSummary } from '../../../domain/documents/scheme-summary';
import { changedParts, changedTasks } from '../../../domain/documents/scheme-changes';
import { letterNumber, letterOf } from '../../queries/cases/letter-number';

/** 征求意见函: one letter with one number to all participants asked, and the scheme as its enclosure. */
export async function consultationLetter(db: Queryable, row: DocumentRow) {
  const round = await stateOf<ConsultationState>(db, row.caseId);
  const check = await stateOf<JointCheckState>(db, round.check);
  const name = await sealNames(db);
  const on = shanghaiDay(round.since);
  const scheme = await schemeSummary(db, check);
  return {
    issuer: name(round.lead),
    own: ownWord(name(round.lead)),
    number: await documentNumber(db, { unit: round.lead, series: '函', on, subject: letterOf(round.id) }),
    date: on,
    addressees: Object.keys(round.letters).map(name),
    round: round.round,
    scheme,
    since: await sinceLastLetter(db, round, scheme),
    workingDays: round.term?.workingDays ?? check.consultationDays,
    due: round.due,
    silence: round.silence,
    contact: await contactOf(db, round.lead),
  };
}

/**
 * What the letter of the round before said, and what is otherwise now: its addressees have it before them, so it is compared
 * with what it printed. Nothing in a first round; where the earlier letter kept no content, that cannot be told and is said.
 */
async function sinceLastLetter(db: Queryable, { id, check, round }: ConsultationState, now: unknown) {
  const rows: { scheme: unknown }[] = await db.query(
    `SELECT d.content->0->'data'->'scheme' AS scheme FROM official_case c LEFT JOIN document d ON d.case_id = c.id AND d.kind = 'consultation-letter'
     WHERE c.kind = 'consultation' AND c.parent_id = $1 AND c.id <> $2 AND (c.state->>'round')::int < $3
     ORDER BY (c.state->>'round')::int DESC LIMIT 1`,
    [check, id, round],
  );
  if (rows.length === 0) return null;
  const [before, is] = [SchemeSummary.safeParse(rows[0]?.scheme), SchemeSummary.safeParse(now)];
  if (!before.success || !is.success) return notKept;
  return {
    scheme: before.data,
    parts: changedParts(before.data, is.data),
    tasks: changedTasks(before.data, is.data),
  };
}

/** 复函 of a participant, under a number of its own. */
export async function consultationReply(db: Queryable, row: DocumentRow) {
  const round = await stateOf<ConsultationState>(db, row.caseId);
  const check = await stateOf<JointCheckState>(db, round.check);
  const name = await sealNames(db);
  const department = row.department ?? '';
  const letter = round.letters[department];
  if (!letter?.answer) return undefined;
  const on = shanghaiDay(letter.answer.at);
  return {
    issuer: name(department),
    own: ownWord(name(department)),
    number: await documentNumber(db, {
      unit: department,
      series: '函',
      on,
      subject: `${round.id}/${department}/reply`,
    }),
    date: on,
    addressee: name(round.lead),
    theirs: ownWord(name(round.lead)),
    letter: {
      number: (await letterNumber(db, round.id)) ?? letter.number ?? '',
      date: shanghaiDay(round.since),
      round: round.round,
    },
    check: { number: check.number, title: check.scheme.title },
    verdict: letter.answer.verdict,
    reasons: letter.answer.reasons ? [letter.answer.reasons] : [],
  };
}
