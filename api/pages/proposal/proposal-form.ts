import type { z } from 'zod';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { objectKinds, riskClasses, type Scheme } from '../../../domain/joint-check/scheme';
import { inspectingDepartments, itemsByDepartment } from '../../../services/queries/cases/proposal-options';
import { scopeChoices } from '../../../services/queries/cases/scope-choices';
import type { AppWorld } from '../../app-world';
import { readForm } from '../../forms/read-form';
import type { Person } from '../../person';

type Body = Record<string, unknown>;

/** What the proposal page shows: departments with their items to tick, scope, ratios, window. */
export async function proposalForm(world: AppWorld, person: Person, values: Body, messages: Record<string, string> = {}) {
  const { t } = world.views.texts;
  const scheme = (values['scheme'] ?? {}) as Partial<Scheme>;
  const [departments, items, scope] = await Promise.all([
    inspectingDepartments(world.dataSource),
    itemsByDepartment(world.dataSource, shanghaiDay(world.now())),
    scopeChoices(world.dataSource),
  ]);
  const error = (id: string) => (messages[id] ? { text: messages[id] } : undefined);
  const own = departments.filter((department) => department.code === person.department);
  const others = departments.filter((department) => department.code !== person.department);
  const chosen = (field: 'kinds' | 'divisions' | 'industries' | 'riskClasses') => (scheme.scope?.[field] ?? []) as string[];
  return {
    schemeVersion: values['schemeVersion'],
    reason: values['reason'],
    reasonError: error('reason'),
    name: { value: scheme.title, error: error('scheme-title') },
    purpose: { value: scheme.purpose },
    departments: [...own, ...others].map((department) => {
      const task = scheme.tasks?.find((candidate) => candidate.department === department.code);
      return {
        code: department.code,
        name: department.name,
        lead: department.code === person.department,
        open: task !== undefined || department.code === person.department,
        officers: task?.officers ?? 2,
        qualifications: task?.qualifications.join('、') ?? '',
        items: items
          .filter((item) => item.department === department.code)
          .map((item) => ({ value: item.code, text: `${item.name}（${item.category}）`, checked: task?.items.includes(item.code) ?? false })),
      };
    }),
    tasksError: error('scheme-tasks'),
    kinds: objectKinds.map((value) => ({ value, text: t(`cases:objectKinds.${value}`), checked: chosen('kinds').includes(value) })),
    divisions: scope.divisions.map(({ code, name }) => ({ value: code, text: name, checked: chosen('divisions').includes(code) })),
    industries: scope.industries.map(({ code, name }) => ({ value: code, text: name, checked: chosen('industries').includes(code) })),
    tags: scheme.scope?.tags?.join('、') ?? '',
    strata: riskClasses.map((riskClass) => {
      const stratum = scheme.strata?.find((candidate) => candidate.riskClass === riskClass);
      return {
        riskClass,
        text: t(`cases:riskClasses.${riskClass}`),
        percent: stratum?.basisPoints === undefined ? '' : String(stratum.basisPoints / 100),
        count: stratum?.count ?? '',
      };
    }),
    strataError: error('scheme-strata'),
    windowFrom: { value: scheme.windowFrom, error: error('scheme-windowFrom') },
    windowTo: { value: scheme.windowTo, error: error('scheme-windowTo') },
    objectsPerTrip: scheme.objectsPerTrip ?? 1,
    openAtOnce: scheme.openAtOnce ?? false,
    excludeOpenChecks: scheme.excludeOpenChecks ?? true,
  };
}

/** The posted proposal as input of the act: ticked items become tasks, percentages become integer basis points. */
export function readProposal(schema: z.ZodObject, body: Body): Body {
  const posted = asObject(body['scheme']);
  const tasks = Object.entries(asObject(body['task'])).flatMap(([department, task]) => {
    const items = [asObject(task)['items'] ?? []].flat();
    if (items.length === 0) return [];
    const qualifications = words(asObject(task)['qualifications']);
    return [{ department, items, officers: asObject(task)['officers'] ?? '2', qualifications }];
  });
  const strata = Object.entries(asObject(body['ratio'])).flatMap(([riskClass, ratio]): Body[] => {
    const { percent, count } = asObject(ratio);
    if (typeof count === 'string' && count.trim() !== '') return [{ riskClass, count: count.trim() }];
    if (typeof percent === 'string' && percent.trim() !== '') return [{ riskClass, basisPoints: basisPoints(percent.trim()) }];
    return [];
  });
  const scope = { ...asObject(posted['scope']), tags: words(asObject(posted['scope'])['tags']) };
  return readForm(schema, { ...body, scheme: { ...posted, tasks, strata, scope } });
}

function basisPoints(percent: string): string {
  const parts = /^(\d{1,3})(?:\.(\d{1,2}))?%?$/.exec(percent);
  return parts ? String(Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))) : percent;
}

function words(text: unknown): string[] {
  return typeof text === 'string' ? text.split(/[、,，;；\s]+/).filter((word) => word !== '') : [];
}

function asObject(value: unknown): Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : {};
}
