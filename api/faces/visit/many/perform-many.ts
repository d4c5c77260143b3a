import type { AppWorld } from '../../../app-world';
import { performFor } from '../../../perform-for';
import type { Person } from '../../../person';

export interface OneOfMany {
  caseId: string;
  input: Record<string, unknown>;
}

type Outcome = Awaited<ReturnType<typeof performFor>>;

/** How many cases are asked at the same time. */
const atOnce = 8;

/** Does the same act on many cases, each under a submission of its own, and tells what became of each; sent again, nothing is done twice. */
export async function performMany(
  world: AppWorld,
  person: Person,
  act: string,
  cases: readonly OneOfMany[],
  submission: string,
): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  for (let from = 0; from < cases.length; from += atOnce) {
    await Promise.all(
      cases.slice(from, from + atOnce).map(async ({ caseId, input }) => {
        const [, number = ''] = caseId.split('/');
        outcomes.set(
          caseId,
          await performFor(world, person, { act, caseId, input, submission: `${submission}.${number}` }).catch(unknown),
        );
      }),
    );
  }
  return outcomes;

  /** What became of one is not known: the others are done all the same, and it may be sent again under its name. */
  function unknown(failure: unknown): Outcome {
    world.log.error({ err: failure, act }, 'One of many acts failed');
    return { kind: 'unreachable' };
  }
}
