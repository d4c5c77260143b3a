import { CarefulClient } from '../../demo/careful-client';
import type { Desk } from './county';

/** Acts over the programming interface, each person with a token of their own. */
export function httpDesk(baseUrl: string, password: string): Desk {
  const clients = new Map<string, CarefulClient>();
  return {
    act(by, act, on, input = {}) {
      const client = clients.get(by) ?? new CarefulClient(by, baseUrl, password);
      clients.set(by, client);
      return client.act(act, on, input);
    },
  };
}
