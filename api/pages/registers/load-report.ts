import type { ImportReport } from '../../../services/registers/import-run';
import type { AppWorld } from '../../app-world';
import { pathTo } from '../../paths';
import { fact } from './fact';
import type { LoadKind } from './load-kind';

const shownIssues = 300;
const severities = { error: 'rejected', warning: 'dueToday', 'auto-fix': 'open', keep: 'notNeeded' } as const;

/** A dry run as its page shows it: what would happen, every finding by row and column, and the way on. */
export function loadReport(world: AppWorld, kind: LoadKind, upload: string, fileName: string, report: ImportReport) {
  const { t } = world.views.texts;
  const { counts } = report;
  const count = (key: 'rows' | 'added' | 'updated' | 'unchanged' | 'error' | 'warning') => fact(t(`registers:load.${key}`), counts[key].toLocaleString('zh-CN'));
  // What stops the file comes first; within each part the rows stay in the order of the file.
  const findings = [...report.issues.filter((issue) => issue.severity === 'error'), ...report.issues.filter((issue) => issue.severity !== 'error')];
  const refused = report.state === 'refused';
  const nothing = !refused && counts.added + counts.updated === 0;
  return {
    verdict: t(refused ? 'registers:load.refused' : nothing ? 'registers:load.nothing' : 'registers:load.clean', { errors: counts.error }),
    rows: [fact(t('registers:load.fileName'), fileName), ...(['rows', 'added', 'updated', 'unchanged', 'error', 'warning'] as const).map(count)],
    confirm: refused || nothing ? undefined : pathTo(`${kind.pages}Upload`, { upload }),
    confirmText: t('registers:load.confirm', { rows: counts.added + counts.updated }),
    again: pathTo(`${kind.pages}Load`),
    download: pathTo(`${kind.pages}Report`, { upload }),
    shown: t(report.issues.length > shownIssues ? 'registers:load.firstIssues' : 'registers:load.allIssues', { shown: shownIssues, total: report.issues.length }),
    issues: {
      id: 'issues',
      caption: t('registers:load.issues'),
      captionHidden: true,
      stacked: true,
      columns: ['line', 'column', 'value', 'reason', 'severity'].map((key) => ({ text: t(`registers:load.${key}`) })),
      rows: findings.slice(0, shownIssues).map((issue) => ({
        cells: [
          { text: t('registers:load.lineValue', { line: issue.line }) },
          { text: issue.column },
          { text: issue.value === '' ? t('registers:load.blank') : issue.value },
          { text: issue.reason },
          { tag: { text: t(`registers:load.severities.${issue.severity}`), status: severities[issue.severity] } },
        ],
      })),
    },
  };
}
