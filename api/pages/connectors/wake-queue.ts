import type { AppWorld } from '../../app-world';

/** The act stands in the database; a queue that cannot be woken now finds it when it next looks. */
export async function wakeQueue(world: AppWorld, platform: string): Promise<void> {
  try {
    await world.wakeExchange(platform);
  } catch (failure) {
    world.log.warn({ err: failure, platform }, 'The exchange could not be woken');
  }
}
