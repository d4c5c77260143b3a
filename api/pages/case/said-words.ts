import { differences } from '../../../domain/difference';
import { findAct } from '../../../domain/processes';
import type { TimelineEntry } from '../../../services/queries/cases/timeline';
import type { Choices } from '../../faces/face';
import type { RecordChange } from '../../faces/facts';
import { fieldWords, valueRows, type WordsOf } from '../../forms/value-words';
import type { Texts } from '../../views/texts';

const identifier = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
/** What stands beside the words of an act already, or is no words. */
const besides = new Set(['version', 'reason', 'opened']);

type Said = Record<string, unknown>;

/**
 * What was said with an act, a short text a field; where an earlier act of the case said it before, what it changed of that:
 * 实施时间, what it was and what it is.
 * @param earlier older acts of the same case, the latest first
 */
export function saidWords(
  texts: Texts,
  entry: TimelineEntry,
  earlier: readonly TimelineEntry[],
  choices: Choices,
): (string | RecordChange)[] {
  const act = findAct(entry.act)?.act;
  const said = entry.detail as Said | null;
  // What the clock and a case's parts tell is in the name of the act.
  if (!act || act.byClock || !said) return [];
  const { colon } = texts.marks;
  const of: WordsOf = { act: act.name, schema: act.input, texts, choices };
  const content = Object.fromEntries(
    Object.entries(said).filter(([name, value]) => !besides.has(name) && isWords(value)),
  );
  const before = earlier.find(
    ({ subjectId, detail }) => subjectId === entry.subjectId && sharesContent(detail, content),
  );
  if (!before) return valueRows(of, content).map(({ key, value }) => `${key.text}${colon}${value.text}`);
  const kept = Object.fromEntries(Object.entries(before.detail ?? {}).filter(([name]) => name in content));
  return differences(kept, content).flatMap(({ field, was, is }): (string | RecordChange)[] => {
    const words = fieldWords(of, field);
    if (!words) return [];
    return was === null || typeof content[field] === 'string'
      ? [`${words.label}${colon}${words.value(is)}`]
      : [{ label: words.label, was: words.value(was), is: words.value(is) }];
  });
}

/** Whether an earlier act wrote the same dossier, scheme or rows; a single word that both have is no such thing. */
function sharesContent(earlier: Said | null, content: Said): boolean {
  return Object.entries(content).some(
    ([name, value]) => typeof value === 'object' && typeof earlier?.[name] === 'object',
  );
}

function isWords(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (Array.isArray(value))
    return value.length > 0 && !value.some((one) => typeof one === 'string' && identifier.test(one));
  return !(typeof value === 'string' && identifier.test(value));
}
