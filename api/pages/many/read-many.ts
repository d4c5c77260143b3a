import { randomUUID } from 'node:crypto';
import type { Act } from '../../../domain/act';
import { unpacked } from '../../conflicts/packed';
import { readForm } from '../../forms/read-form';
import { submissionOf } from '../../forms/submission-of';
import type { ManyOf } from '../../faces/many';
import type { CaseKind } from '../../../domain/process';

/** What the form holds of one case. */
export interface SentRow {
  ticked: boolean;
  /** To be sent back. */
  back: boolean;
  reason?: string;
  /** What the row's own fields say. */
  values: Record<string, unknown>;
  version: number;
  /** Makes a second sending of this row harmless. */
  submission: string;
  /** Its contents stand open in the form. */
  opened: boolean;
  /** The version that the form was about before somebody changed the case: it is opened anew before anything is said of it. */
  since?: number;
  /** What was said of it before that, until it is opened. */
  kept?: Pick<SentRow, 'back' | 'reason' | 'values'>;
}

export interface SentMany {
  rows: Map<string, SentRow>;
  /** What is said of every ticked row that says nothing of its own. */
  shared: Record<string, unknown>;
  /** What all that is sent from this form, and again from its answer, is recorded under. */
  series: string;
  /**
   * The form was sent to be shown again: with a row opened, with all ticked, or with what was filled in looked at; or what is
   * left of its series is laid aside.
   */
  command?: { open: string } | 'tickAll' | 'look' | 'layAside';
}

/** A form that nobody has filled in yet. */
export const nothingSent = (): SentMany => ({ rows: new Map(), shared: {}, series: randomUUID() });

type Body = Record<string, unknown>;
const caseNumber = /^[0-9A-Za-z-]{1,60}$/;

/** A posted form on many cases; what is not of its shape is passed over. */
export function readMany(body: Body, act: Act, many: ManyOf<CaseKind>): SentMany {
  const fields = [...(many.inRow ?? []), ...(many.inOpened ?? [])];
  const read = (values: unknown): Body => {
    const all = readForm(act.input, isBody(values) ? values : {});
    return Object.fromEntries(fields.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])));
  };
  // The page has packed what the form said, and whoever sends it may have written it anew: it is read like the form.
  const keptOf = (text: unknown): SentRow['kept'] => {
    const kept = unpacked(text);
    if (!kept) return undefined;
    const reason = typeof kept['reason'] === 'string' ? kept['reason'] : undefined;
    return { back: kept['back'] === true, reason, values: read(kept['values']) };
  };
  const rows = new Map<string, SentRow>();
  for (const [number, sent] of Object.entries(isBody(body['rows']) ? body['rows'] : {})) {
    if (!caseNumber.test(number) || !isBody(sent)) continue;
    const reason = typeof sent['reason'] === 'string' ? sent['reason'].trim() : '';
    rows.set(number, {
      ticked: sent['tick'] === 'on',
      back: sent['back'] === 'on',
      ...(reason && { reason }),
      values: read(sent['fields']),
      version: Number(sent['version'] ?? 0),
      submission: submissionOf({ submissionId: sent['submission'] }),
      opened: sent['opened'] === 'on',
      ...(/^\d{1,9}$/.test(String(sent['since'] ?? '')) && { since: Number(sent['since']) }),
      kept: keptOf(sent['kept']),
    });
  }
  const series = submissionOf({ submissionId: body['series'] });
  return { rows, shared: read(body['shared']), series, command: commandOf(body['command']) };
}

/** What stands in the form of a case that nothing was said of yet. */
export function freshRow(version: number): SentRow {
  return { ticked: false, back: false, values: {}, version, submission: randomUUID(), opened: false };
}

function commandOf(value: unknown): SentMany['command'] {
  if (value === 'tickAll' || value === 'look' || value === 'layAside') return value;
  const [, open] = typeof value === 'string' ? (/^open:([0-9A-Za-z-]{1,60})$/.exec(value) ?? []) : [];
  return open === undefined ? undefined : { open };
}

const isBody = (value: unknown): value is Body => typeof value === 'object' && value !== null && !Array.isArray(value);
