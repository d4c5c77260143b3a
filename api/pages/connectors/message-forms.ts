import { mayActOnMessage } from '../../../domain/exchange/permission';
import type { ShownMessage } from '../../../services/queries/exchange/show-message';
import type { AppWorld } from '../../app-world';
import { actorOf, type Person } from '../../person';
import { pathTo } from '../../paths';
import { openedIn } from '../../conflicts/conflict-answer';
import { packed } from '../../conflicts/packed';
import { correctableFields, messageActs, MessageSides, messageSide, type MessageActName } from './message-sides';
import { fieldName } from './message-words';

export interface Filled {
  act: MessageActName;
  body: Record<string, unknown>;
  submission: string;
}

/** The person's handler part, in which alone a parked message may be acted upon. */
export function messageActor(person: Person, shown: ShownMessage) {
  const actor = person.capacities.includes('departmentHandler') ? actorOf(person, 'departmentHandler') : undefined;
  return actor && mayActOnMessage(actor, shown.message) ? actor : undefined;
}

/** The three ways on from a parked message, each as a form; none where this person may do nothing. */
export function messageForms(
  world: AppWorld,
  person: Person,
  shown: ShownMessage,
  csrfToken: string | undefined,
  submission: () => string,
  filled?: Filled,
) {
  const { t } = world.views.texts;
  const { message } = shown;
  if (message.state !== 'parked' || !messageActor(person, shown)) return [];
  const bodyOf = (act: MessageActName) => (filled?.act === act ? filled.body : {});
  const written = (act: MessageActName, name: string) => {
    const value = bodyOf(act)[name];
    return typeof value === 'string' ? value : undefined;
  };
  const reason = (act: MessageActName) => ({
    widget: 'textarea',
    id: `${act}-reason`,
    name: 'reason',
    rows: 3,
    maxlength: 1000,
    value: written(act, 'reason'),
    label: { text: t(`connectors:${act}.reason`) },
  });
  const posted = bodyOf('correct')['fields'] as Record<string, unknown> | undefined;
  const corrections = correctableFields(shown).map((field) => {
    const value = posted?.[field] ?? message.payload?.record[field];
    return {
      widget: 'textarea',
      id: `fields-${field}`,
      name: `fields[${field}]`,
      rows: 1,
      value: typeof value === 'string' ? value : '',
      label: { text: fieldName(world.views.texts, field) },
    };
  });
  const fields: Record<MessageActName, object[]> = {
    retry: [],
    correct: [...corrections, reason('correct')],
    giveUp: [reason('giveUp')],
  };
  const offered: Record<MessageActName, boolean> = {
    retry: !shown.hindrance,
    correct: corrections.length > 0,
    giveUp: true,
  };
  const open = messageActs.filter((act) => offered[act]);
  return open.map((act, index) => ({
    heading: t(`acts:exchange.${act}.name`),
    intro: t(`connectors:${act}.intro`),
    form: {
      action: pathTo('connectorAct', { id: message.id, act }),
      csrfToken,
      opened: packed(openedIn(MessageSides, bodyOf(act)) ?? messageSide(shown, act)),
      submissionId: filled?.act === act ? filled.submission : submission(),
      fields: [{ widget: 'hidden', name: 'version', value: String(message.version) }, ...fields[act]],
      submitText: t(`acts:exchange.${act}.button`),
      submitClasses: index === 0 ? '' : 'govuk-button--secondary',
    },
  }));
}
