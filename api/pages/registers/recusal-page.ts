import type { Router } from 'express';
import { z } from 'zod';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { line, registerReason } from '../../../domain/fields';
import { Refusal } from '../../../domain/refusal';
import { normalForm } from '../../../domain/text/normal-form';
import { firmsLike } from '../../../services/queries/registers/open-recusals';
import { showInspector } from '../../../services/queries/registers/show-inspector';
import { firmsNamed } from '../../../services/registers/firms-named';
import { resolveRecusal } from '../../../services/registers/resolve-recusal';
import type { AppWorld } from '../../app-world';
import { pathTo } from '../../paths';
import { editPage } from './edit-page';
import { fact } from './fact';

const candidatesAtMost = 20;

const RecusalForm = z.object({
  version: z.int().min(1).meta({ widget: 'hidden' }),
  meaning: z.enum(['firms', 'nobody']),
  candidates: z.array(z.uuid()).max(candidatesAtMost).optional().meta({ options: 'candidates' }),
  otherFirms: z.array(line(200)).max(20).optional(),
  reason: registerReason,
});

/** A person says which firms a name among an officer's recusals means; until then the officer is in no pool. */
export function recusalPage(world: AppWorld): Router {
  const { t, formatDateTime } = world.views.texts;
  return editPage(world, {
    list: 'inspectors',
    path: 'inspectorRecusal',
    act: 'inspector.edit',
    schema: RecusalForm,
    texts: 'registers:inspector.resolve',
    fieldOf: { FIRM_UNCLEAR: 'otherFirms', RECUSAL_FIRMS_NEEDED: 'meaning', RECUSAL_FIRMS_MEANT: 'meaning' },
    async find(req, person) {
      const found = await showInspector(world.dataSource, person, String(req.params['id']), shanghaiDay(world.now()));
      const name = found?.recusalNames.find(({ id }) => id === req.params['recusal']);
      if (!found || !name) return undefined;
      const href = pathTo('inspector', { id: found.id });
      const likely = await firmsLike(world.dataSource, normalForm(name.given), candidatesAtMost + 1);
      const candidates = likely.slice(0, candidatesAtMost);
      return {
        row: { text: found.name, href },
        owners: [found.department],
        about: [
          fact(t('registers:inspector.givenName'), name.given),
          fact(t('registers:inspector.openCause'), t(`registers:inspector.openCauses.${name.cause}`)),
          fact(t('registers:inspector.openSince'), formatDateTime(name.since)),
          ...(likely.length > candidatesAtMost
            ? [
                fact(
                  t('registers:inspector.likelyFirms'),
                  t('registers:inspector.likelyFirmsCut', { count: candidatesAtMost }),
                ),
              ]
            : []),
        ],
        values: { version: found.version },
        without: candidates.length === 0 ? ['candidates'] : [],
        options: {
          candidates: candidates.map(({ id, name: text, code, address }) => ({
            value: id,
            text,
            hint: { text: [code, address].filter(Boolean).join('　') },
          })),
        },
        async save({ version, meaning, candidates: ticked = [], otherFirms = [], reason: why }, command) {
          const other = await firmsNamed(
            world.dataSource.manager,
            otherFirms.map((firm) => ({ firm })),
          );
          const objects = [...new Set([...ticked, ...other.map(({ object }) => object)])];
          if (meaning === 'firms' && objects.length === 0) throw new Refusal('RECUSAL_FIRMS_NEEDED');
          if (meaning === 'nobody' && objects.length > 0) throw new Refusal('RECUSAL_FIRMS_MEANT');
          await resolveRecusal(world.dataSource, {
            ...command,
            id: found.id,
            version,
            reason: why,
            answer: { name: name.id, objects },
          });
          return href;
        },
      };
    },
  });
}
