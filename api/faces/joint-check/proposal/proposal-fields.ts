import { shanghaiDay } from '../../../../domain/calendar/shanghai-day';
import { objectKinds, riskClasses } from '../../../../domain/joint-check/scheme';
import { sameText } from '../../../../domain/text/normal-form';
import { inspectingDepartments, itemsByDepartment } from '../../../../services/queries/cases/proposal-options';
import { scopeChoices } from '../../../../services/queries/cases/scope-choices';
import { itemNames } from '../../../../services/queries/cases/visit-view';
import { tagOptions } from '../../../../services/queries/registers/scope-options';
import { asBody } from '../../../forms/as-body';
import { paths } from '../../../paths';
import type { FactsContext } from '../../facts';
import { stratumWords } from '../../../views/stratum-words';
import { goneField } from './begun-proposal';
import { openSteps, openStepsField, proposalSteps } from './proposal-steps';
import { dropItemButton, findItemButton, itemSearchField } from './proposal-tasks';
import { reviewOf } from './review-proposal';
import { proposalCard } from './scope-forecast';
import { usualScheme } from './usual-scheme';
import { rowOfStratum, strataRows } from './written-strata';

type Body = Record<string, unknown>;

/** Tags that are offered to tick; more than a person looks through. */
const tagsAtMost = 500;

/**
 * What the proposal page shows: its steps, departments with their items to tick, scope, ratios, window. The values may be as
 * a person left them: nothing of them is sure.
 */
export async function proposalFields(
  context: FactsContext,
  values: Body,
  messages: Record<string, string>,
  asked: Body,
) {
  const { world, person, units, t } = context;
  const { marks } = world.views.texts;
  // What a county usually does fills a proposal that nobody has begun, and nothing else.
  const begun = values['scheme'] !== undefined;
  const today = shanghaiDay(world.now());
  const usual = await usualScheme(world);
  const scheme: Body = {
    excludeOpenChecks: usual.excludeOpenChecks,
    ...(begun ? asBody(values['scheme']) : { strata: usual.strata }),
  };
  const shown: Body = { ...values, scheme };
  const [scope, tasks, strata] = [asBody(scheme['scope']), bodies(scheme['tasks']), bodies(scheme['strata'])];
  const chosenItems = tasks.flatMap((task) => words(task['items']));
  const [departments, items, names, choices, tags, card, review] = await Promise.all([
    inspectingDepartments(world.dataSource),
    itemsByDepartment(world.dataSource, today),
    itemNames(world.dataSource, chosenItems),
    scopeChoices(world.dataSource),
    tagOptions(world.dataSource, person, tagsAtMost),
    proposalCard(world, person, shown),
    reviewOf(context, shown),
  ]);
  const error = (id: string) => (messages[id] ? { text: messages[id] } : undefined);
  // A unit that inspects no longer stays to be seen where the scheme names it: who sends it on is told, nothing is dropped.
  const gone = tasks
    .map((task) => String(task['department']))
    .filter((code) => !departments.some((department) => department.code === code))
    .map((code) => ({ code, name: units[code] ?? code }));
  const listed = [...departments, ...gone];
  const own = listed.filter((department) => department.code === person.department);
  const others = listed.filter((department) => department.code !== person.department);
  const chosen = (field: 'kinds' | 'divisions' | 'industries') => words(scope[field]);
  const ticked = (field: 'divisions' | 'industries', known: { code: string; name: string }[]) => [
    ...known.map(({ code, name }) => ({ value: code, text: name, checked: chosen(field).includes(code) })),
    // What a program or an earlier check named and the list does not.
    ...chosen(field)
      .filter((code) => !known.some((choice) => choice.code === code))
      .map((code) => ({ value: code, text: code, checked: true })),
  ];
  const chosenTags = words(scope['tags']);
  const known = tags.tags.map(({ tag }) => tag);
  const isChosen = (tag: string) => chosenTags.some((chosen) => sameText(chosen, tag));
  const open = openSteps(asked, messages);
  const search = typeof asked[itemSearchField] === 'string' ? asked[itemSearchField].trim() : '';
  const finds = (text: string) => search !== '' && search.split(/\s+/).every((part) => text.includes(part));
  const moved = asked['step'] !== undefined;
  return {
    version: values['version'],
    revising: values['version'] !== undefined,
    reason: values['reason'],
    reasonError: error('reason'),
    moved,
    openSteps: open.join(' '),
    openStepsField,
    steps: proposalSteps.map((step, index) => ({
      name: step,
      number: index + 1,
      text: t(`pages:proposal.steps.${step}`),
      current: open.includes(step),
    })),
    stepNow: t('pages:proposal.stepNow', {
      number: proposalSteps.indexOf(open.at(-1) ?? 'time') + 1,
      of: proposalSteps.length,
    }),
    open: Object.fromEntries(proposalSteps.map((step) => [step, open.includes(step)])),
    several: open.length > 1,
    before: open.length === 1 ? proposalSteps[proposalSteps.indexOf(open[0] ?? 'time') - 1] : undefined,
    last: open.includes('review'),
    copyHref: values['version'] === undefined ? paths.checksToCopy : undefined,
    copiedFrom: values['copiedFrom'],
    gone: words(values[goneField]),
    name: { value: scheme['title'], error: error('scheme-title') },
    purpose: { value: scheme['purpose'], error: error('scheme-purpose') },
    search: { field: itemSearchField, button: findItemButton, value: search },
    dropItem: dropItemButton,
    departments: [...own, ...others].map((department) => {
      const task = tasks.find((candidate) => candidate['department'] === department.code);
      const taken = words(task?.['items']);
      const offered = items.filter((item) => item.department === department.code);
      const gone = taken.filter((code) => !offered.some((item) => item.code === code));
      const all = [
        ...offered.map((item) => ({ code: item.code, text: `${item.name}${marks.brackets(item.category)}` })),
        ...gone.map((code) => ({ code, text: t('pages:proposal.itemGone', { item: names[code] ?? code }) })),
      ];
      return {
        code: department.code,
        name: department.name,
        lead: department.code === person.department,
        open:
          task !== undefined ||
          department.code === person.department ||
          all.some(({ text }) => finds(`${department.name}${text}`)),
        officers: task?.['officers'] ?? usual.officers,
        qualifications: words(task?.['qualifications']).join(marks.list),
        errors: {
          items: error(`items-${department.code}`),
          officers: error(`officers-${department.code}`),
          qualifications: error(`qualifications-${department.code}`),
        },
        chips: all.filter(({ code }) => taken.includes(code)),
        items: all.map(({ code, text }) => ({
          value: code,
          text,
          checked: taken.includes(code),
          away: search !== '' && !taken.includes(code) && !finds(`${department.name}${text}`),
        })),
        away: search !== '' && task === undefined && !all.some(({ text }) => finds(`${department.name}${text}`)),
      };
    }),
    nothingFound:
      search !== '' &&
      !items.some((item) => finds(`${units[item.department] ?? ''}${item.name}${marks.brackets(item.category)}`)),
    tasksError: error('scheme-tasks'),
    kinds: objectKinds.map((value) => ({
      value,
      text: t(`cases:objectKinds.${value}`),
      checked: chosen('kinds').includes(value),
    })),
    divisions: ticked('divisions', choices.divisions),
    industries: ticked('industries', choices.industries),
    divisionsOpen: chosen('divisions').length > 0 || messages['scheme-scope-divisions'] !== undefined,
    divisionsError: error('scheme-scope-divisions'),
    industriesOpen: chosen('industries').length > 0 || messages['scheme-scope-industries'] !== undefined,
    industriesError: error('scheme-scope-industries'),
    // Programs may limit a scope by class; the form has its strata for that and keeps the limit as it is.
    riskClasses: words(scope['riskClasses']),
    riskWords: t('pages:proposal.riskClasses', {
      classes: words(scope['riskClasses']).map((risk) => (isRisk(risk) ? t(`cases:riskClasses.${risk}`) : risk)),
    }),
    knownTags: known.map((tag) => ({ value: tag, text: tag, checked: isChosen(tag) })),
    tagsPart: tags.total > known.length ? t('pages:list.tags', { shown: known.length, total: tags.total }) : undefined,
    tagsOpen: known.some(isChosen),
    tags: {
      value: chosenTags.filter((tag) => !known.some((one) => sameText(one, tag))).join(marks.list),
      error: error('scheme-scope-tags'),
    },
    card,
    forecastHref: paths.scopeForecast,
    scopeError: error('scheme-scope-kinds'),
    strata: strataRows.map((of) => {
      const stratum = strata.find((candidate) => rowOfStratum(candidate) === of);
      const [percent, count] = [percentOf(stratum?.['basisPoints']), stratum?.['count'] ?? ''];
      return {
        row: of,
        text: stratumWords(t, of),
        ...card.figures.find((figures) => figures.of === of),
        percent,
        count,
        both: percent !== '' && count !== '',
        errors: { percent: error(`percent-${of}`), count: error(`count-${of}`) },
      };
    }),
    strataError: error('scheme-strata'),
    windowFrom: { value: scheme['windowFrom'], error: error('scheme-windowFrom') },
    windowTo: { value: scheme['windowTo'], error: error('scheme-windowTo') },
    objectsPerTrip: { value: scheme['objectsPerTrip'] ?? 1, error: error('scheme-objectsPerTrip') },
    unannouncedBasis: { value: scheme['unannouncedBasis'], error: error('scheme-unannouncedBasis') },
    openAtOnce: scheme['openAtOnce'] ?? false,
    excludeOpenChecks: scheme['excludeOpenChecks'],
    // What stands in fields of the same page is not told twice.
    review: review.filter(({ step }) => !open.includes(step)),
  };
}

const isRisk = (text: string): boolean => riskClasses.some((risk) => risk === text);

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
