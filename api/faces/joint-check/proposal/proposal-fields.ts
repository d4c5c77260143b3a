import { shanghaiDay } from '../../../../domain/calendar/shanghai-day';
import { objectKinds } from '../../../../domain/joint-check/scheme';
import { sameText } from '../../../../domain/text/normal-form';
import { inspectingDepartments, itemsByDepartment } from '../../../../services/queries/cases/proposal-options';
import { scopeChoices } from '../../../../services/queries/cases/scope-choices';
import { readSetting } from '../../../../services/queries/registers/read-setting';
import { tagOptions } from '../../../../services/queries/registers/scope-options';
import type { AppWorld } from '../../../app-world';
import { asBody } from '../../../forms/as-body';
import { paths } from '../../../paths';
import type { Person } from '../../../person';
import { stratumWords } from '../../../views/stratum-words';
import { scopeForecast } from './scope-forecast';
import { rowOfStratum, strataRows } from './written-strata';

type Body = Record<string, unknown>;

/** Tags that are offered to tick; more than a person looks through. */
const tagsAtMost = 500;

/** What the proposal page shows: departments with their items to tick, scope, ratios, window. The values may be as a person left them: nothing of them is sure. */
export async function proposalFields(
  world: AppWorld,
  person: Person,
  values: Body,
  messages: Record<string, string> = {},
) {
  const { t, marks } = world.views.texts;
  // What a county usually does fills a proposal that nobody has begun, and nothing else.
  const begun = values['scheme'] !== undefined;
  const today = shanghaiDay(world.now());
  const { manager } = world.dataSource;
  const [ratios, officers, excludeOpenChecks] = await Promise.all([
    readSetting(manager, 'draw.riskRatios', today),
    readSetting(manager, 'draw.officersPerDepartment', today),
    readSetting(manager, 'draw.excludeOpenChecks', today),
  ]);
  const shown: Body = begun
    ? values
    : {
        ...values,
        scheme: {
          strata: Object.entries(ratios).map(([grade, basisPoints]) => ({ scale: 'general', grade, basisPoints })),
        },
      };
  const scheme = asBody(shown['scheme']);
  const [scope, tasks, strata] = [asBody(scheme['scope']), bodies(scheme['tasks']), bodies(scheme['strata'])];
  const [departments, items, choices, tags, forecast] = await Promise.all([
    inspectingDepartments(world.dataSource),
    itemsByDepartment(world.dataSource, today),
    scopeChoices(world.dataSource),
    tagOptions(world.dataSource, tagsAtMost),
    scopeForecast(world, shown),
  ]);
  const error = (id: string) => (messages[id] ? { text: messages[id] } : undefined);
  const own = departments.filter((department) => department.code === person.department);
  const others = departments.filter((department) => department.code !== person.department);
  const chosen = (field: 'kinds' | 'divisions' | 'industries' | 'riskClasses') => words(scope[field]);
  const chosenTags = words(scope['tags']);
  const known = tags.tags.map(({ tag }) => tag);
  const isChosen = (tag: string) => chosenTags.some((chosen) => sameText(chosen, tag));
  return {
    version: values['version'],
    revising: values['version'] !== undefined,
    reason: values['reason'],
    reasonError: error('reason'),
    name: { value: scheme['title'], error: error('scheme-title') },
    purpose: { value: scheme['purpose'], error: error('scheme-purpose') },
    departments: [...own, ...others].map((department) => {
      const task = tasks.find((candidate) => candidate['department'] === department.code);
      return {
        code: department.code,
        name: department.name,
        lead: department.code === person.department,
        open: task !== undefined || department.code === person.department,
        officers: task?.['officers'] ?? officers,
        qualifications: words(task?.['qualifications']).join(marks.list),
        errors: {
          items: error(`items-${department.code}`),
          officers: error(`officers-${department.code}`),
          qualifications: error(`qualifications-${department.code}`),
        },
        items: items
          .filter((item) => item.department === department.code)
          .map((item) => ({
            value: item.code,
            text: `${item.name}${marks.brackets(item.category)}`,
            checked: words(task?.['items']).includes(item.code),
          })),
      };
    }),
    tasksError: error('scheme-tasks'),
    kinds: objectKinds.map((value) => ({
      value,
      text: t(`cases:objectKinds.${value}`),
      checked: chosen('kinds').includes(value),
    })),
    divisions: choices.divisions.map(({ code, name }) => ({
      value: code,
      text: name,
      checked: chosen('divisions').includes(code),
    })),
    industries: choices.industries.map(({ code, name }) => ({
      value: code,
      text: name,
      checked: chosen('industries').includes(code),
    })),
    divisionsOpen: chosen('divisions').length > 0 || messages['scheme-scope-divisions'] !== undefined,
    divisionsError: error('scheme-scope-divisions'),
    industriesOpen: chosen('industries').length > 0 || messages['scheme-scope-industries'] !== undefined,
    industriesError: error('scheme-scope-industries'),
    knownTags: known.map((tag) => ({ value: tag, text: tag, checked: isChosen(tag) })),
    tagsPart:
      tags.total > known.length
        ? world.views.texts.t('pages:list.tags', { shown: known.length, total: tags.total })
        : undefined,
    tagsOpen: known.some(isChosen),
    tags: {
      value: chosenTags.filter((tag) => !known.some((one) => sameText(one, tag))).join(marks.list),
      error: error('scheme-scope-tags'),
    },
    forecast,
    forecastHref: paths.scopeForecast,
    scopeError: error('scheme-scope-kinds'),
    strata: strataRows.map((of) => {
      const stratum = strata.find((candidate) => rowOfStratum(candidate) === of);
      return {
        row: of,
        text: stratumWords(t, of),
        percent: percentOf(stratum?.['basisPoints']),
        count: stratum?.['count'] ?? '',
        errors: { percent: error(`percent-${of}`), count: error(`count-${of}`) },
      };
    }),
    strataError: error('scheme-strata'),
    windowFrom: { value: scheme['windowFrom'], error: error('scheme-windowFrom') },
    windowTo: { value: scheme['windowTo'], error: error('scheme-windowTo') },
    objectsPerTrip: { value: scheme['objectsPerTrip'] ?? 1, error: error('scheme-objectsPerTrip') },
    unannouncedBasis: { value: scheme['unannouncedBasis'], error: error('scheme-unannouncedBasis') },
    openAtOnce: scheme['openAtOnce'] ?? false,
    excludeOpenChecks: scheme['excludeOpenChecks'] ?? excludeOpenChecks,
  };
}

/** The ratio as it was written: what was no percentage came through as text. */
function percentOf(basisPoints: unknown): string {
  if (typeof basisPoints === 'number') return String(basisPoints / 100);
  return typeof basisPoints === 'string' ? basisPoints.replace(/%$/, '') : '';
}

function bodies(value: unknown): Body[] {
  return Array.isArray(value) ? value.map(asBody) : [];
}

function words(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
}
