import type { Request, Response } from 'express';
import type { ShownMessage } from '../../../services/queries/exchange/show-message';
import type { AppWorld } from '../../app-world';
import { showConflict, type Conflict } from '../../conflicts/show-conflict';
import { pathTo } from '../../paths';
import type { MessageActName } from './message-sides';
import { fieldName, fieldWords } from './message-words';

/** The conflict page of an act on a message to a platform. */
export async function showMessageConflict(
  world: AppWorld,
  req: Request,
  res: Response,
  { message }: ShownMessage,
  state: Pick<Conflict, 'sides' | 'refusal' | 'submission' | 'choices' | 'missing'> & { act: MessageActName },
): Promise<void> {
  const { texts } = world.views;
  const { t } = texts;
  const { act, ...rest } = state;
  const href = pathTo('connectorMessage', { id: message.id });
  const name = (field: string) =>
    field === 'state'
      ? t('connectors:state')
      : field === 'reason'
        ? t(`connectors:${act}.reason`)
        : fieldName(texts, field.replace(/^fields\./, ''));
  const value = (field: string, said: unknown) =>
    field === 'state'
      ? t(`connectors:states.${String(said)}`)
      : fieldWords(texts, field.replace(/^fields\./, ''), said) || '—';
  await showConflict(world, req, res, {
    ...rest,
    title: t(`acts:exchange.${act}.name`),
    frame: {
      current: 'connectors',
      breadcrumbs: [
        { text: t('pages:navigation.connectors'), href: pathTo('connectors') },
        { text: t('connectors:messageTitle', { number: message.number }), href },
      ],
    },
    // Whoever was first has sent it on its way: there is nothing to act upon until a platform refuses it once more.
    closed: message.state === 'parked' ? undefined : t('problems:MESSAGE_NOT_PARKED.what'),
    action: req.path,
    cancel: { href, text: t('registers:back') },
    words: (field) => ({ label: name(field), value: (said) => value(field, said), isText: true }),
    wordsOfRest: (field) => ({ label: name(field), value: (said) => value(field, said) }),
    fieldOfChange: (field) => (field === 'state' ? field : `fields.${field}`),
  });
}
