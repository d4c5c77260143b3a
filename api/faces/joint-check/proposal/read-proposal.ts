import type { z } from 'zod';
import { asBody } from '../../../forms/as-body';
import { readForm } from '../../../forms/read-form';
import { normalForm } from '../../../../domain/text/normal-form';
import { readTasks, writtenWords } from './proposal-tasks';
import { stratumOfRow } from './written-strata';

type Body = Record<string, unknown>;

/** The posted proposal as input of the act: ticked items become tasks, ticked and written tags one list, percentages become integer basis points. */
export function readProposal(schema: z.ZodObject, body: Body): Body {
  const posted = asBody(body['scheme']);
  const tasks = readTasks(body);
  const strata = Object.entries(asBody(body['ratio'])).flatMap(([row, ratio]): Body[] => {
    const [percent, count] = [filledIn(asBody(ratio)['percent']), filledIn(asBody(ratio)['count'])];
    if (percent === undefined && count === undefined) return [];
    return [
      {
        ...stratumOfRow(row),
        ...(count === undefined ? {} : { count }),
        ...(percent === undefined ? {} : { basisPoints: basisPoints(percent) }),
      },
    ];
  });
  const chosen = asBody(posted['scope']);
  const tags: unknown[] = [...[chosen['knownTags'] ?? []].flat(), ...writtenWords(chosen['tags'])];
  const scope = {
    ...chosen,
    tags: [...new Map(tags.map((tag) => [typeof tag === 'string' ? normalForm(tag) : tag, tag])).values()],
  };
  return readForm(schema, { ...body, scheme: { ...posted, tasks, strata, scope } });
}

function filledIn(text: unknown): string | undefined {
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

/** Hundredths of a per cent; what is no percentage stays as it was written, to be refused and shown again. */
function basisPoints(percent: string): string {
  const parts = /^(\d{1,3})(?:\.(\d{1,2}))?%?$/.exec(percent);
  return parts
    ? String(Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')))
    : `${percent.replace(/%$/, '')}%`;
}
