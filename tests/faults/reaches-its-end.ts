import { driveLifecycle } from '../../bin/demo/lifecycle';
import type { CountyOfProcesses } from './county-of-processes';
import { expectInvariants } from './expect-invariants';
import type { Moments } from './moments';

/** A whole check, driven while a part is killed at those moments, is published and referred, and nothing of it is lost or doubled. */
export async function expectReachesItsEnd(county: CountyOfProcesses, moments: Moments): Promise<void> {
  const check = await driveLifecycle(county.people, county.address, {
    index: 0,
    objects: 4,
    lanes: 1,
    log: () => undefined,
  });
  await moments.over();
  expect(check).toMatchObject({ drawn: 4, published: 12 });
  expect(check.referred).toBeGreaterThan(0);
  await expectInvariants(county);
}
