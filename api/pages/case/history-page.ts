import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import { z } from 'zod';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { Refusal } from '../../../domain/refusal';
import { readableHistory } from '../../../engine/readable-history';
import { showCase } from '../../../services/queries/cases/show-case';
import type { AppWorld } from '../../app-world';
import { personOf } from '../../middleware/require-person';
import { savedAs } from '../../file-names';
import { defaultLanguage } from '../../views/language';
import { paths } from '../../paths';
import { readsHistories } from '../../person';

/** Whether what was handed over stands as text, or as the bytes that a replay needs. */
const Asked = z.object({ payloads: z.enum(['text', 'bytes']).catch('bytes') });

/** The workflow history of a case, for supervisors: what the engine itself wrote down. */
export function caseHistoryPage(world: AppWorld): Router {
  return Router().get(paths.caseHistory, async (req, res) => {
    const person = personOf(req);
    if (!readsHistories(person)) throw new Refusal('NOT_ENTITLED');
    const id = `${req.params['kind']}/${req.params['number']}`;
    if (!(await showCase(world.dataSource, { ...person, capacities: ['supervisor'] }, id)))
      throw new Refusal('CASE_UNKNOWN', { case: id });
    // The first is read before anything is said, so that an engine that cannot be asked still has a page of its own.
    const runs = world.histories(id)[Symbol.asyncIterator]();
    const first = await runs.next();
    const title = world.views.in(defaultLanguage).texts.t('files:history');
    savedAs(res, {
      title: `${req.params['number']}-${title}-${shanghaiDay(world.now())}`,
      plainTitle: `${id.replaceAll('/', '-')}-history`,
      ending: 'json',
    }).type('application/json');
    const { payloads } = Asked.parse(req.query);
    const written = (json: string) => (payloads === 'text' ? readableHistory(json) : json);
    await pipeline(Readable.from(asList(first, runs, written)), res);
  });
}

/** All runs as one list, each as it is read: a case may have many, and each may be long. */
async function* asList(
  first: IteratorResult<{ json: string }>,
  rest: AsyncIterator<{ json: string }>,
  written: (json: string) => string,
): AsyncGenerator<string> {
  yield '[';
  for (let run = first, place = 0; !run.done; run = await rest.next(), place += 1)
    yield `${place > 0 ? ',\n' : ''}${written(run.value.json)}`;
  yield ']';
}
