import { kindOf } from '../../../domain/processes';
import type { CaseView } from '../../../services/queries/cases/show-case';
import type { AppWorld } from '../../app-world';
import { faces } from '../../faces';
import { caseAddress, pathTo } from '../../paths';

/** A case of its own is known by its title, one whose row knows only a number by its firm, what belongs to a case by its kind first. */
export function caseTitle({ views }: AppWorld, view: CaseView): string {
  const kind = views.texts.t(`cases:kinds.${view.kind}`);
  const name = faces[view.kind].name?.(views.texts.t, view) ?? (view.title === view.number ? view.object : undefined);
  if (name) return `${kind}${views.texts.marks.colon}${name}`;
  if (view.title === view.number) return `${kind} ${view.number}`;
  return view.parent ? `${kind}${views.texts.marks.colon}${view.title}` : view.title;
}

/** The way to a case's page, with a last step where it is one of the pages beside it. */
export function caseBreadcrumbs({ views }: AppWorld, view: CaseView, last?: string) {
  const { t } = views.texts;
  const above = view.parent
    ? [
        {
          text: `${t(`cases:kinds.${kindOf(view.parent)}`)} ${view.parent.split('/')[1]}`,
          href: caseAddress(view.parent),
        },
      ]
    : [];
  return [
    { text: t('pages:cases.title'), href: pathTo('cases', { kind: view.kind }) },
    ...above,
    last === undefined ? { text: view.number } : { text: view.number, href: caseAddress(view.id) },
    ...(last === undefined ? [] : [{ text: last }]),
  ];
}
