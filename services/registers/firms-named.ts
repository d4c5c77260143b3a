import type { EntityManager } from 'typeorm';
import { Refusal } from '../../domain/refusal';
import { namesNobody } from '../../domain/text/nobody';
import { normalForm } from '../../domain/text/normal-form';
import { matchFirms } from './match-firms';

/**
 * The firms that a person names in a form, by code or full name in any width; a line that names nobody is left out.
 * @param known firms by the normal form of what stands in the form already
 * @throws Refusal FIRM_UNCLEAR where a line tells no single firm
 */
export async function firmsNamed<Line extends { firm: string }>(
  manager: EntityManager,
  lines: readonly Line[],
  known: ReadonlyMap<string, string> = new Map(),
): Promise<(Line & { object: string })[]> {
  const asked = lines.filter(({ firm }) => !namesNobody(firm));
  const matches = await matchFirms(
    manager,
    asked.map(({ firm }) => firm).filter((firm) => !known.has(normalForm(firm))),
  );
  return asked.map((line) => {
    const form = normalForm(line.firm);
    const match = matches.get(form);
    const object = known.get(form) ?? (typeof match === 'object' ? match.object : undefined);
    if (!object) throw new Refusal('FIRM_UNCLEAR', { name: line.firm });
    return { ...line, object };
  });
}
