import type { EntityManager } from 'typeorm';
import { Refusal } from '../../domain/refusal';

/**
 * Requires that every one of these objects stands in the register.
 * @throws Refusal NOT_IN_REGISTER with the first that does not
 */
export async function requireObjects(manager: EntityManager, objects: readonly string[]): Promise<void> {
  const missing: { object: string }[] = await manager.query(
    'SELECT object FROM unnest($1::uuid[]) object WHERE NOT EXISTS (SELECT 1 FROM check_object o WHERE o.id = object)',
    [objects],
  );
  if (missing[0]) throw new Refusal('NOT_IN_REGISTER', { register: 'object', id: missing[0].object });
}
