import { CarefulClient, type Acknowledged } from './careful-client';

/** The demonstration people by user name, each with a client of their own; what was acknowledged to any of them is kept. */
export class People {
  readonly acknowledged: Acknowledged[] = [];
  private readonly clients = new Map<string, CarefulClient>();
  private readonly officers = new Map<string, CarefulClient>();

  constructor(
    private readonly base: string,
    private readonly password: string,
    private readonly beforeAct: () => void = () => undefined,
  ) {}

  named(username: string): CarefulClient {
    const client =
      this.clients.get(username) ??
      new CarefulClient(username, this.base, this.password, {
        before: this.beforeAct,
        acknowledged: this.acknowledged,
      });
    this.clients.set(username, client);
    return client;
  }

  of(department: string, role: 'handler' | 'leader' | 'liaison'): CarefulClient {
    return this.named(`${department.toLowerCase()}-${role}`);
  }

  /** The officer of a register id; found by asking the department's officers one after another who they are. */
  async officer(department: string, inspector: string): Promise<CarefulClient> {
    for (let number = 1; !this.officers.has(inspector); number++) {
      const client = this.named(`${department.toLowerCase()}-inspector-${number}`);
      const me = await client.get<{ inspector?: string }>('/api/v1/me');
      if (me.inspector) this.officers.set(me.inspector, client);
    }
    const found = this.officers.get(inspector);
    if (!found) throw new Error(`No demonstration account belongs to officer ${inspector}`);
    return found;
  }
}
