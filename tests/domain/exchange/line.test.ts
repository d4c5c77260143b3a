import fc from 'fast-check';
import type { ExchangeOperation } from '../../../domain/exchange/envelope';
import {
  heldOf,
  needlessOf,
  operationAfter,
  revivedOf,
  toAskBefore,
  type LineMessage,
} from '../../../domain/exchange/line';
import { needlessCodes, type OutboxState } from '../../../domain/exchange/outbox-state';

/** A line in short: operation, state, and `?` where the reply was lost. */
function line(...messages: string[]): LineMessage[] {
  return messages.map((text, index) => {
    const [operation, state = ''] = text.replace('?', '').split(' ');
    return {
      id: `m${index + 1}`,
      number: index + 1,
      operation: operation as ExchangeOperation,
      state: state as OutboxState,
      perhapsTaken: text.endsWith('?'),
    };
  });
}

const needless = (messages: LineMessage[], canTell = true) =>
  needlessOf(messages, { canTell }).map(
    ({ id, code }) => `${id} ${code === needlessCodes.overtaken ? 'overtaken' : 'nothing'}`,
  );

test.each<[string, string[], string[]]>([
  ['one that waits alone', ['i queued'], []],
  ['a version that waits and a newer one', ['i queued', 'u queued'], ['m1 overtaken']],
  ['a version that is parked and a newer one', ['i parked', 'u queued'], ['m1 overtaken']],
  ['a version under way and a newer one', ['i sending', 'u queued'], []],
  ['published and withdrawn, both unsent', ['i queued', 'd queued'], ['m1 overtaken', 'm2 nothing']],
  ['published and refused, then withdrawn', ['i parked', 'd queued'], ['m1 overtaken', 'm2 nothing']],
  ['published under way, withdrawn', ['i sending', 'd queued'], []],
  ['published with its reply lost, withdrawn', ['i queued?', 'd queued'], ['m1 overtaken']],
  ['published, withdrawn', ['i sent', 'd queued'], []],
  ['published, changed and unsent, withdrawn', ['i sent', 'u queued', 'd queued'], ['m2 overtaken']],
  ['published, withdrawn unsent, published again', ['i sent', 'd parked', 'u queued'], ['m2 overtaken']],
  ['withdrawn twice', ['i sent', 'd sent', 'd queued'], ['m3 nothing']],
  ['given up, then withdrawn', ['i givenUp', 'd parked'], ['m2 nothing']],
  ['a withdrawal whose own reply was lost', ['i sent', 'd sent', 'd queued?'], []],
])('%s: what need not be sent', (_name, messages, expected) => {
  expect(needless(line(...messages))).toEqual(expected);
});

test('where the platform cannot be asked, what it may hold keeps its turn', () => {
  expect(needless(line('i queued?', 'd queued'), false)).toEqual([]);
  expect(needless(line('i queued', 'd queued'), false)).toEqual(['m1 overtaken', 'm2 nothing']);
});

test.each<[ExchangeOperation, string[], ExchangeOperation]>([
  ['u', ['i sent'], 'u'],
  ['u', ['i givenUp'], 'i'],
  ['u', ['i notNeeded'], 'i'],
  ['i', ['i sent', 'd sent'], 'i'],
  ['i', ['i sent', 'd notNeeded'], 'u'],
  ['i', ['i notNeeded?'], 'u'],
  ['d', [], 'd'],
])('a message “%s” after %j says “%s”', (operation, earlier, expected) => {
  expect(operationAfter(operation, line(...earlier))).toBe(expected);
});

test('a withdrawal that seemed needless comes back when the record’s receipt comes late', () => {
  expect(revivedOf(line('i notNeeded', 'd notNeeded'))).toBeUndefined();
  expect(revivedOf(line('i sent', 'd notNeeded'))).toBe('m2');
  expect(revivedOf(line('i sent', 'd notNeeded', 'u queued'))).toBeUndefined();
});

test('whatever was handed over without an answer is asked about first, with the message itself', () => {
  expect(toAskBefore(line('i notNeeded?', 'u sent?', 'u queued?', 'd queued?'), 3).map(({ id }) => id)).toEqual([
    'm1',
    'm3',
  ]);
});

/** A platform that takes or not, answers or not; refuses what contradicts what it holds. */
interface Fortune {
  taken: boolean;
  answered: boolean;
  refused: boolean;
}

const fortune = fc.record({ taken: fc.boolean(), answered: fc.boolean(), refused: fc.boolean() });
const step = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<'publish' | 'withdraw'>('publish', 'withdraw') },
  { weight: 4, arbitrary: fortune },
);

test('whatever is published and withdrawn, lost, refused or down: in the end the platform’s last word is ours', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const messages: LineMessage[] = [];
      const held = new Set<string>();
      let word: string | undefined;
      let ours: string | undefined;
      let contradictions = 0;
      const settle = () => {
        for (const { id } of needlessOf(messages, { canTell: true }))
          for (const message of messages) if (message.id === id) message.state = 'notNeeded';
      };
      const deliver = ({ taken, answered, refused }: Fortune) => {
        const next = messages.find(({ state }) => state === 'queued' || state === 'parked');
        if (!next) return;
        for (const asked of toAskBefore(messages, next.number)) {
          asked.perhapsTaken = false;
          if (held.has(asked.id)) asked.state = 'sent';
        }
        settle();
        if (next.state !== 'queued' && next.state !== 'parked') return;
        next.operation = operationAfter(next.operation, messages.slice(0, messages.indexOf(next)));
        if (refused) return void (next.state = 'parked');
        if (taken) {
          const fits = next.operation === 'i' ? word === undefined : word !== undefined;
          if (!fits) contradictions += 1;
          word = next.operation === 'd' ? undefined : next.id;
          held.add(next.id);
        }
        if (taken && answered) next.state = 'sent';
        else {
          next.perhapsTaken = !answered;
          next.state = 'queued';
        }
        settle();
      };
      for (const event of steps) {
        if (typeof event !== 'string') {
          deliver(event);
          continue;
        }
        if ((event === 'withdraw') === (ours === undefined)) continue;
        const id = `m${messages.length + 1}`;
        messages.push({
          id,
          number: messages.length + 1,
          operation: event === 'publish' ? 'i' : 'd',
          state: 'queued',
          perhapsTaken: false,
        });
        ours = event === 'publish' ? id : undefined;
        settle();
      }
      for (let round = 0; round < 4; round += 1) deliver({ taken: true, answered: true, refused: false });
      expect(word).toBe(ours);
      expect(contradictions).toBe(0);
      expect(heldOf(messages)).toBe(ours === undefined ? 'nothing' : 'held');
    }),
    { numRuns: 300 },
  );
});
