import { kindOf } from '../../../domain/processes';
import { parkedFor } from '../../../services/queries/faults/parked-for';
import { mailStandstill } from '../../../services/queries/mail/mail-standstill';
import { stretchOf, type Placed } from '../../../services/queries/ordered-list';
import { parkedSteps, type ParkedStep } from '../../../services/queries/faults/parked-steps';
import type { AppWorld } from '../../app-world';
import { caseAddress, paths } from '../../paths';
import type { Person } from '../../person';
import { caseWords } from './case-words';
import { stepWords } from './step-words';
import { strayTasks } from './stray-tasks';

/** More than this of one kind is looked at on its own page. */
const atMost = 20;
const glance = 200;

/**
 * Rows of 待办 for what the program failed at: a person's own parked acts and those of the leader's unit, for system
 * administrators all of them with what the fault said; for these and supervisors also what came past the web.
 */
export async function faultTasks(world: AppWorld, person: Person) {
  const own = person.capacities.includes('systemAdministrator') ? administratorsTasks : personsTasks;
  const [parked, past, mail] = await Promise.all([
    own(world, person),
    strayTasks(world, person),
    person.capacities.includes('systemAdministrator') ? mailTasks(world) : [],
  ]);
  return [...parked, ...past, ...mail];
}

/** A mail server that takes nothing. */
async function mailTasks(world: AppWorld) {
  const { t } = world.views.texts;
  const standstill = await mailStandstill(world.dataSource);
  if (!standstill) return [];
  const { waiting, since, failure } = standstill;
  const text = t('faults:mail.taskHint', { waiting });
  return [
    {
      cells: [
        { text: t('faults:mail.task'), href: paths.faults },
        { text, hint: atAGlance(failure) },
        { text: '' },
        sinceCell(world, since),
      ],
    },
  ];
}

async function administratorsTasks(world: AppWorld, person: Person) {
  const { texts } = world.views;
  const { t } = texts;
  const { rows: steps, total } = await stretchOf<ParkedStep & Placed>(world.dataSource, parkedSteps(person), {
    size: atMost,
  });
  const rows = steps.map((step) => ({
    cells: [
      {
        text: t(`faults:tasks.${step.key === 'version' ? 'version' : 'parked'}`, { step: stepWords(texts, step) }),
        href: paths.faults,
      },
      { text: kindWords(world, step.caseId), hint: atAGlance(step.message) },
      numberCell(world, step.caseId),
      sinceCell(world, step.parkedAt),
    ],
  }));
  if (total <= atMost) return rows;
  const more = { text: t('faults:tasks.more', { count: total - atMost }), href: paths.faults };
  return [...rows, { cells: [more, { text: t('faults:tasks.seeAll') }, {}, {}] }];
}

async function personsTasks(world: AppWorld, person: Person) {
  const { texts } = world.views;
  const { t } = texts;
  const tasks = await parkedFor(world.dataSource, person);
  return tasks.map((task) => {
    const what = task.parked ? 'parked' : 'mended';
    return {
      cells: [
        {
          text: t(`faults:tasks.${what}`, { step: stepWords(texts, task) }),
          href: task.title === null ? undefined : caseAddress(task.caseId),
        },
        {
          text: task.title ?? kindWords(world, task.caseId),
          hint: t(task.parked ? 'faults:tasks.meansParked' : 'faults:tasks.meansMended'),
        },
        numberCell(world, task.caseId),
        sinceCell(world, task.since),
      ],
    };
  });
}

function atAGlance(message: string): string {
  return message.length > glance ? `${message.slice(0, glance)}…` : message;
}

function kindWords({ views }: AppWorld, caseId: string): string {
  const { text, hint } = caseWords(views.texts, caseId);
  return hint ?? text;
}

function numberCell({ views }: AppWorld, caseId: string): { text?: string } {
  return kindOf(caseId) ? { text: caseWords(views.texts, caseId).text } : {};
}

function sinceCell({ views }: AppWorld, at: Date) {
  const { formatDateTime } = views.texts;
  return { tag: { text: views.texts.t('faults:tasks.since', { at: formatDateTime(at) }), status: 'attention' } };
}
