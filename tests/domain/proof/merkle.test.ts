import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { nodeSha256 as sha } from '../../../connectors/node-sha256';
import { fromHex, toHex } from '../../../domain/proof/bytes';
import { merkleRoot } from '../../../domain/proof/merkle';

const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  fromHex,
);

test.each([
  [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
])('the tree over the first %i known leaves has the known root', (count, root) => {
  expect(toHex(merkleRoot(sha, LEAVES.slice(0, count)))).toBe(root);
});

function recursive(leaves: Uint8Array[]): Buffer {
  if (leaves.length === 1)
    return createHash('sha256')
      .update(Buffer.from([0]))
      .update(leaves[0] as Uint8Array)
      .digest();
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return createHash('sha256')
    .update(Buffer.from([1]))
    .update(recursive(leaves.slice(0, half)))
    .update(recursive(leaves.slice(half)))
    .digest();
}

test('for any leaves the root is that of the recursive definition', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 70 }), (leaves) => {
      expect(toHex(merkleRoot(sha, leaves))).toBe(recursive(leaves).toString('hex'));
    }),
  );
});
