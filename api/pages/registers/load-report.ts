import { questionKey, type ImportIssue } from '../../../domain/registers/import-issue';
import type { ImportReport, RowChanged } from '../../../services/registers/import-run';
import type { AppWorld } from '../../app-world';
import { pathTo } from '../../paths';
import { fact } from './fact';
import { findingWords } from './finding-words';
import type { LoadKind } from './load-kind';

const shownIssues = 300;
const shownCharacters = 80;
const severities = {
  error: 'rejected',
  question: 'attention',
  warning: 'dueToday',
  'auto-fix': 'open',
  keep: 'notNeeded',
} as const;

export interface Examined {
  upload: string;
  fileName: string;
  tag?: string;
  tagError?: string;
  /** Questions that the person has ticked. */
  affirmed?: readonly string[];
  /** Sent as the unit's whole list. */
  wholeList?: boolean;
  /** Sent with a question that nobody has affirmed. */
  unanswered?: boolean;
  /** Rows that others changed after the check was shown on which the person confirmed. */
  changedRows?: readonly RowChanged[];
}

/** A dry run as its page shows it: what would happen, every finding by row and column, and the way on. */
export function loadReport(world: AppWorld, kind: LoadKind, examined: Examined, report: ImportReport) {
  const { t, formatDateTime, formatNumber } = world.views.texts;
  const { counts, issues } = report;
  const words = findingWords(world.views.texts);
  const {
    upload,
    fileName,
    tag,
    tagError,
    affirmed = [],
    wholeList = false,
    unanswered = false,
    changedRows = [],
  } = examined;
  const refused = counts.error > 0;
  const nothing = !refused && counts.added + counts.updated === 0;
  const ahead = report.news?.rows ?? 0;
  // The file says what the register says: a tag is all that it can still bring, so that a check can be proposed on its rows.
  const onlyTag = nothing && kind.tagged && counts.unchanged > 0;
  const count = (key: string, value: number) => fact(t(`registers:load.${key}`), formatNumber(value));
  const skipped = counts.rows - counts.added - counts.updated - counts.unchanged;
  const outcome = refused
    ? []
    : [
        count('added', counts.added),
        count('updated', counts.updated),
        count('unchanged', counts.unchanged),
        ...(skipped > 0 ? [count('skipped', skipped)] : []),
      ];
  // What stops the file comes first; within each part the rows stay in the order of the file.
  const findings = [
    ...issues.filter((issue) => issue.severity === 'error'),
    ...issues.filter((issue) => issue.severity === 'question'),
    ...issues.filter((issue) => issue.severity !== 'error' && issue.severity !== 'question'),
  ];
  // Of a file with errors only the questions about what is taken ahead of the rest are asked.
  const questions = report.news?.questions ?? issues.filter((issue) => issue.severity === 'question');
  const unaffirmed = unanswered ? [{ text: t('registers:load.unanswered'), href: '#affirmed' }] : [];
  const refusal = refused ? [{ text: t('registers:load.refused', { errors: counts.error }), href: '#findings' }] : [];
  const errorList = [
    ...overtaken(),
    ...refusal,
    ...unaffirmed,
    ...(tagError ? [{ text: tagError, href: '#tag' }] : []),
  ];
  return {
    errorList: errorList.length > 0 ? errorList : undefined,
    verdict: refused
      ? ahead > 0
        ? t(`registers:${kind.register}.newsAhead`, { rows: ahead })
        : undefined
      : t(`registers:load.${onlyTag ? 'nothingButTag' : nothing ? 'nothing' : 'clean'}`),
    rows: [
      fact(t('registers:load.fileName'), fileName),
      count('rows', counts.rows),
      ...outcome,
      count('error', counts.error),
      ...(counts.question > 0 ? [count('questionCount', counts.question)] : []),
      count('warning', counts.warning),
    ],
    confirm:
      kind.whole || onlyTag || ahead > 0 || !(refused || nothing)
        ? pathTo(`${kind.pages}Upload`, { upload })
        : undefined,
    confirmText: refused
      ? t(ahead > 0 ? 'registers:load.confirmNews' : 'registers:load.checkAgain', { rows: ahead })
      : onlyTag
        ? t('registers:load.confirmTag', { rows: formatNumber(counts.unchanged) })
        : t('registers:load.confirm', { rows: formatNumber(counts.added + counts.updated) }),
    onlyTag,
    mendHref: kind.form && counts.rows === 1 ? pathTo(kind.form, { from: upload }) : undefined,
    seen: report.seen,
    tag:
      kind.tagged && !refused
        ? {
            label: t(onlyTag ? 'registers:load.tagOnly' : 'registers:load.tag'),
            value: tag,
            error: tagError && { text: tagError },
          }
        : undefined,
    whole: kind.whole
      ? {
          id: 'wholeList',
          idPrefix: 'wholeList',
          name: 'wholeList',
          values: wholeList ? ['on'] : [],
          items: [{ value: 'on', text: t('registers:load.whole'), hint: { text: t('registers:load.wholeHint') } }],
        }
      : undefined,
    questions:
      questions.length > 0
        ? {
            idPrefix: 'affirmed',
            name: 'affirmed',
            fieldset: { legend: { text: t('registers:load.questions', { count: questions.length }) } },
            hint: { text: t('registers:load.questionsHint') },
            errorMessage: unanswered ? { text: t('registers:load.unanswered') } : undefined,
            values: affirmed,
            items: questions.map((issue) => ({
              value: questionKey(issue),
              text:
                issue.row > 0
                  ? t('registers:load.question', {
                      line: issue.line,
                      column: issue.column,
                      reason: words.reason(issue.reason),
                    })
                  : t('registers:load.missingRow', { value: issue.value, reason: words.reason(issue.reason) }),
            })),
          }
        : undefined,
    again: pathTo(`${kind.pages}Load`),
    refused,
    annotated: pathTo(`${kind.pages}Annotated`, { upload }),
    download: pathTo(`${kind.pages}Report`, { upload }),
    shown: t(issues.length > shownIssues ? 'registers:load.firstIssues' : 'registers:load.allIssues', {
      shown: shownIssues,
      total: issues.length,
    }),
    issues: {
      id: 'issues',
      caption: t('registers:load.issues'),
      captionHidden: true,
      stacked: true,
      columns: ['line', 'severity', 'column', 'value', 'reason'].map((key) => ({
        text: t(`registers:load.${key}`),
        kind: key === 'column' ? 'code' : undefined,
        classes: key === 'value' ? 'app-table__long' : undefined,
      })),
      rows: findings.slice(0, shownIssues).map((issue) => ({
        cells: cellsOf(issue),
      })),
    },
  };

  /** What others changed meanwhile, row by row, so that the person can look before confirming again; the findings below are of now. */
  function overtaken() {
    if (changedRows.length === 0) return [];
    const rows = changedRows.slice(0, shownIssues).map(({ line, name, by, at }) => ({
      text: t(line > 0 ? 'registers:load.changedRow' : 'registers:load.changedGone', {
        line,
        name,
        by: by ?? t('registers:load.somebody'),
        at: at ? formatDateTime(at) : '',
      }),
    }));
    const rest = changedRows.length - rows.length;
    return [
      { text: t('registers:load.overtaken', { count: changedRows.length }) },
      ...rows,
      ...(rest > 0 ? [{ text: t('registers:load.overtakenRest', { count: rest }) }] : []),
    ];
  }

  function cellsOf(issue: ImportIssue) {
    const { column, value, reason, severity } = words.cells(issue);
    return [
      { text: issue.line > 0 ? t('registers:load.lineValue', { line: issue.line }) : '' },
      { tag: { text: severity, status: severities[issue.severity] } },
      { text: column },
      valueCell(value),
      { text: reason },
    ];
  }

  /** A cell of the file as it is; a very long one by its beginning, the whole stands in both downloads. */
  function valueCell(value: string) {
    const characters = [...value];
    if (characters.length === 0) return { text: t('registers:load.blank') };
    if (characters.length <= shownCharacters) return { text: value };
    return {
      text: `${characters.slice(0, shownCharacters).join('')}…`,
      hint: t('registers:load.longValue', { count: characters.length }),
    };
  }
}
