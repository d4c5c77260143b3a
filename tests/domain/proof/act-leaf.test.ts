import { createHash } from 'node:crypto';
import { nodeSha256 as sha } from '../../../connectors/node-sha256';
import { actEntryText, type ActEntry } from '../../../domain/proof/act-entry';
import { actLeaf } from '../../../domain/proof/act-leaf';
import { fromHex } from '../../../domain/proof/bytes';

const HASH = 'ab'.repeat(32);
const entry: ActEntry = {
  act: 'freeze',
  actor: { account: 'u1', capacity: 'handler', department: 'SCJG' },
  at: '2026-11-24T13:15:00.000Z',
  subject: { id: '320723-2026-0007', kind: 'draw' },
};

test('absent fields are left out and keys are sorted', () => {
  expect(actEntryText(entry)).toBe(
    '{"act":"freeze","actor":{"account":"u1","capacity":"handler","department":"SCJG"},"at":"2026-11-24T13:15:00.000Z","subject":{"id":"320723-2026-0007","kind":"draw"},"v":1}',
  );
});

test('all fields appear, and others do not slip in', () => {
  const full = {
    ...entry,
    actor: { ...entry.actor, onBehalfOf: 'u2' },
    before: HASH,
    after: HASH,
    attachments: [HASH],
    reason: '补录',
    workflow: { id: 'w', run: 'r' },
    secret: 'x',
  };
  expect(actEntryText(full)).toBe(
    `{"act":"freeze","actor":{"account":"u1","capacity":"handler","department":"SCJG","onBehalfOf":"u2"},"after":"${HASH}","at":"2026-11-24T13:15:00.000Z","attachments":["${HASH}"],"before":"${HASH}","reason":"补录","subject":{"id":"320723-2026-0007","kind":"draw"},"v":1,"workflow":{"id":"w","run":"r"}}`,
  );
});

test.each([
  { at: '2026-11-24T13:15:00Z' },
  { at: '2026-11-24T21:15:00.000+08:00' },
  { at: '2026-13-24T13:15:00.000Z' },
  { before: 'AB'.repeat(32) },
  { after: 'ab' },
  { attachments: [HASH, 'x'] },
])('an entry with %p is refused', (wrong) => {
  expect(() => actEntryText({ ...entry, ...wrong })).toThrow(RangeError);
});

test('the leaf is a salted hash of the entry, and its stored hash that of RFC 6962', () => {
  const salt = new Uint8Array(32).fill(5);
  const text = actEntryText(entry);
  const c = createHash('sha256').update(salt).update(text).digest('hex');
  const { leafText, leafHash } = actLeaf(sha, { salt, entry: text });
  expect(leafText).toBe(`{"c":"${c}","v":1}`);
  expect(leafHash).toBe(createHash('sha256').update(`\0${leafText}`).digest('hex'));
  expect(() => actLeaf(sha, { salt: salt.subarray(1), entry: text })).toThrow(/32 bytes/);
});

test('hex is read only in its one written form', () => {
  expect(fromHex('00ff')).toEqual(Uint8Array.of(0, 255));
  for (const wrong of ['0', 'FF', 'zz', '0x00']) expect(() => fromHex(wrong)).toThrow(RangeError);
});
