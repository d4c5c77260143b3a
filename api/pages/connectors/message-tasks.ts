import { parkedMessages } from '../../../services/queries/exchange/parked-messages';
import type { AppWorld } from '../../app-world';
import { pathTo } from '../../paths';
import type { Person } from '../../person';
import { problemWords } from './message-words';

/** More than this is looked at on the page of the platforms. */
const atMost = 20;
/** The handler decides on a parked record, the unit's leader is to know of it. */
const concerned = ['departmentHandler', 'departmentLeader'];

/** Rows of 待办 for records of one's department that a platform refused or that lack what it asks for. */
export async function messageTasks(world: AppWorld, person: Person) {
  if (!concerned.some((capacity) => (person.capacities as readonly string[]).includes(capacity))) return [];
  const { texts } = world.views;
  const { t, formatDateTime } = texts;
  const { messages, total } = await parkedMessages(world.dataSource, person.department, atMost);
  const rows = messages.map((message) => ({
    cells: [
      {
        text: `${t('connectors:taskParked')}${texts.marks.brackets(t(`cases:platforms.${message.platform}`))}`,
        href: pathTo('connectorMessage', { id: message.id }),
      },
      { text: message.object ?? '—', hint: problemWords(texts, message.code, message.error) },
      { text: t('connectors:numberValue', { number: message.number }) },
      { tag: { text: t('faults:tasks.since', { at: formatDateTime(message.createdAt) }), status: 'attention' } },
    ],
  }));
  if (total <= atMost) return rows;
  const more = {
    text: t('connectors:tasksMore', { count: total - atMost }),
    href: pathTo('connectors', { state: 'parked' }),
  };
  return [...rows, { cells: [more, { text: t('connectors:tasksSeeAll') }, {}, {}] }];
}
