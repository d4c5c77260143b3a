import { randomUUID } from 'node:crypto';
import { stepKindOf } from '../../../domain/step-kind';
import type { ParkedStep } from '../../../services/queries/faults/parked-steps';
import type { AppWorld } from '../../app-world';
import { pathTo } from '../../paths';
import { caseWords } from './case-words';
import { stepWords } from './step-words';

/** What a fault says at most at first sight; the whole of it is one click away. */
const glance = 120;

const kinds: Record<string, string> = { tries: 'number', since: 'date' };
const classes: Record<string, string> = {
  step: 'app-table__words',
  unit: 'app-table__words',
  message: 'app-table__long',
};

/** The parked steps, each with the one thing that can be done about it. */
export function parkedTable(
  world: AppWorld,
  steps: ParkedStep[],
  units: Record<string, string>,
  csrfToken: string | undefined,
) {
  const { texts } = world.views;
  const { t, formatDate, formatTime } = texts;
  return {
    id: 'parked',
    caption: t('faults:caption'),
    captionHidden: true,
    stacked: true,
    columns: (['case', 'step', 'unit', 'tries', 'since', 'message', 'act'] as const).map((key) => ({
      text: t(`faults:${key}`),
      kind: kinds[key],
      classes: classes[key],
    })),
    rows: steps.map((step) => ({
      cells: [
        caseWords(texts, step.caseId),
        { text: stepWords(texts, step), hint: t(`faults:kinds.${stepKindOf(step.key)}`) },
        {
          text: units[step.department] ?? t('cases:capacities.system'),
          hint: step.person ? t('faults:by', { name: step.person }) : undefined,
        },
        { text: String(step.tries) },
        { lines: [formatDate(step.parkedAt), formatTime(step.parkedAt)] },
        messageCell(step.message),
        actCell(step),
      ],
    })),
    empty: { title: t('faults:empty.title'), text: t('faults:empty.text') },
  };

  function messageCell(message: string) {
    if (message.length <= glance) return { text: message };
    return {
      text: `${message.slice(0, glance)}…`,
      more: { summary: t('faults:wholeMessage'), text: message },
    };
  }

  function actCell(step: ParkedStep) {
    const kind = stepKindOf(step.key);
    if (kind === 'version') return { text: t('faults:ways.version') };
    const act = kind === 'request' ? 'settle' : 'retry';
    return {
      hint: kind === 'request' ? t('faults:ways.request') : undefined,
      form: {
        action: pathTo(act === 'settle' ? 'faultSettle' : 'faultRetry', { id: step.id }),
        csrfToken,
        submissionId: randomUUID(),
        text: t(`acts:step.${act}.button`),
        visuallyHiddenText: `${caseWords(texts, step.caseId).text} ${stepWords(texts, step)}`,
      },
    };
  }
}
