import { partNumber } from '../../../domain/numbers';
import { amend } from '../../../domain/referral/acts/amend';
import { referralLetter } from '../../../domain/referral/state';
import { referral } from '../../../domain/referral/process';
import { draftReferral } from '../../../domain/visit/acts/draft-referral';
import type { AppWorld } from '../../app-world';
import { outcomeWords } from '../../pages/many/outcome-words';
import { performFor } from '../../perform-for';
import { textFields, type Asked, type Body, type State } from './firm-referrals';
import { firmPlan, type Target } from './firm-targets';

/** Drafts what is not there yet, one after another because each is a turn of the result, and gives every draft the text. */
export async function sendToTicked(
  world: AppWorld,
  { person, view, targets }: Asked,
  body: Body,
  { values, ticked, submission }: Pick<State, 'values' | 'ticked' | 'submission'>,
): Promise<{ done: number; failed: Map<string, string> }> {
  const { amend: drafts, make } = firmPlan(targets, ticked);
  const failed = new Map<string, string>();
  const version = Number(body['version'] ?? 0);
  const serial = Number(body['serial'] ?? 0);
  const toWrite = drafts.map(({ key, number, addressee }) => ({
    key,
    number,
    addressee,
    seen: seenOf(body, number),
  }));
  for (const [index, { key, kind, addressee }] of make.entries()) {
    const outcome = await performFor(world, person, {
      act: draftReferral.name,
      caseId: view.id,
      input: { kind, version: version + index, ...(kind === 'crossNotice' && addressee && { addressee }) },
      submission: `${submission}-new-${index + 1}`,
    });
    if (outcome.kind !== 'done') {
      // The serials of the others rest on this one.
      for (const other of make.slice(index)) failed.set(other.key, outcomeWords(world, outcome));
      break;
    }
    const number = partNumber(`${view.number}-${person.department}`, referralLetter, serial + index + 1);
    toWrite.push({ key, number, addressee, seen: 0 });
  }
  await Promise.all(
    toWrite.map(async ({ key, number, addressee, seen }) => {
      const draft = targets.find((target) => target.key === key)?.draft;
      const outcome = await performFor(world, person, {
        act: amend.name,
        caseId: `${referral.kind}/${number}`,
        input: {
          ...Object.fromEntries(
            textFields.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
          ),
          ...(addressee && { addressee }),
          attachments: draft?.attachments ?? [],
          version: seen,
        },
        submission: `${submission}-${number}`,
      });
      if (outcome.kind !== 'done') failed.set(key, outcomeWords(world, outcome));
    }),
  );
  return { done: drafts.length + make.length - failed.size, failed };
}

/** Which version of a draft the form was about. */
function seenOf(body: Body, number: string): number {
  const seen = body['seen'];
  return typeof seen === 'object' && seen !== null ? Number((seen as Body)[number] ?? 0) : 0;
}

/** What failed; a draft that came to be all the same, and has no text yet, stands for the one that was to be made. */
export function stillToDo(targets: readonly Target[], failed: ReadonlyMap<string, string>): Set<string> {
  const keys = new Set(targets.map(({ key }) => key));
  const made = [...failed.keys()].some((key) => !keys.has(key))
    ? targets.filter(({ draft }) => draft && !draft.facts).map(({ key }) => key)
    : [];
  return new Set([...failed.keys(), ...made]);
}
