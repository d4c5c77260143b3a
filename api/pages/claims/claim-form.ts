import { randomUUID } from 'node:crypto';
import type { AppWorld } from '../../app-world';
import { pathTo } from '../../paths';

/** What one press does about a task: put one's name on it, take it over, or give it back. */
export function claimForm(
  { views }: AppWorld,
  csrfToken: string | undefined,
  task: { act: string; caseId?: string; within?: string; about: string; claimed: boolean; own: boolean },
) {
  const { t } = views.texts;
  const { act, caseId, within, own, claimed } = task;
  return {
    action: pathTo('claim', { act, case: caseId, within, release: own ? 'yes' : undefined }),
    csrfToken,
    submissionId: randomUUID(),
    quiet: true,
    text: t(`pages:claims.${own ? 'release' : claimed ? 'takeOver' : 'claim'}`),
    visuallyHiddenText: `${t(`acts:${act}.name`)} ${task.about}`,
  };
}
