import { parkCodes } from '../../../domain/exchange/outbox-state';
import type { Texts } from '../../views/texts';

/** Codes whose detail is a list of fields. */
const aboutFields: readonly string[] = [parkCodes.incomplete, parkCodes.invalid, parkCodes.identityCard];

/** Fields that bear a result by its code. */
const findings: readonly string[] = ['result', 'insRes_CN'];

/** The name of a record's field for people; a field that we do not know keeps its own. */
export function fieldName({ t, has }: Texts, field: string): string {
  return has(`connectors:record.${field}`) ? t(`connectors:record.${field}`) : field;
}

/** What stands in a field, with the words of its codes; of a list every part, of a part every field. */
export function fieldWords(texts: Texts, field: string, value: unknown): string {
  const { marks } = texts;
  if (Array.isArray(value)) return value.map((part) => fieldWords(texts, field, part)).join(marks.list);
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([name, inner]) => `${fieldName(texts, name)} ${fieldWords(texts, name, inner)}`)
      .join(marks.comma);
  }
  const key = findings.includes(field) ? `cases:codes.${String(value)}` : `connectors:values.${field}.${String(value)}`;
  return texts.has(key) ? texts.t(key) : String(value ?? '');
}

/** What stands against a message or ended an attempt, in words; a platform's own code and reason as it gave them. */
export function problemWords(texts: Texts, code: string | null, detail: string | null): string {
  const { marks } = texts;
  if (code === parkCodes.tooManyAttempts) {
    const [, last = '', reason = ''] = /^(\w+): ([\s\S]*)$/.exec(detail ?? '') ?? [];
    return texts.t('connectors:hindrances.EXCHANGE_TOO_MANY_ATTEMPTS', {
      last: last ? problemWords(texts, last, reason) : (detail ?? ''),
    });
  }
  if (code && texts.has(`connectors:hindrances.${code}`)) {
    const fields = aboutFields.includes(code)
      ? (detail ?? '')
          .split(', ')
          .map((field) => fieldName(texts, field))
          .join(marks.list)
      : '';
    return texts.t(`connectors:hindrances.${code}`, {
      fields,
      detail: detail ?? '',
      said: detail || texts.t('connectors:noWords'),
    });
  }
  return [code, detail].filter(Boolean).join(' ');
}
