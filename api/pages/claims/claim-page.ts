import { Router } from 'express';
import { z } from 'zod';
import { findAct } from '../../../domain/processes';
import { Refusal } from '../../../domain/refusal';
import { claimTasks, releaseTasks, type TaskClaimCommand } from '../../../services/claims/claim-tasks';
import type { AppWorld } from '../../app-world';
import { personOf } from '../../middleware/require-person';
import { caseAddress, paths } from '../../paths';

const Query = z.object({
  case: z.string().max(120).optional().catch(undefined),
  within: z.string().max(60).optional().catch(undefined),
  release: z.literal('yes').optional().catch(undefined),
});

/** 我来办, 接手, 不再由我办: a name on a task of one's unit, from 待办 and from the case. */
export function claimPage(world: AppWorld): Router {
  const { t } = world.views.texts;
  return Router().post(paths.claim, async (req, res) => {
    const { account, department, capacities, inspector } = personOf(req);
    const act = String(req.params['act']);
    const found = findAct(act)?.act;
    if (!found || found.byClock) throw new Refusal('ACT_UNKNOWN', { act });
    const { case: caseId, within, release } = Query.parse(req.query);
    const on: TaskClaimCommand['on'] | undefined = caseId ? { caseId } : within ? { within } : undefined;
    if (!on) throw new Refusal('INVALID_INPUT');
    const command = { person: { account, department, capacities, inspector }, act, on, at: world.now() };
    await (release ? releaseTasks : claimTasks)(world.dataSource, command);
    req.session.notice = {
      key: release ? 'pages:claims.released' : 'pages:claims.claimed',
      values: { act: t(`acts:${act}.name`) },
    };
    const back = req.get('referer')?.includes('/cases/') && caseId ? caseAddress(caseId) : paths.home;
    res.redirect(303, back);
  });
}
