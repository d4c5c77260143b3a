import { randomUUID } from 'node:crypto';
import { CarefulClient } from '../../bin/demo/careful-client';
import { People } from '../../bin/demo/people';

export interface Acknowledged {
  caseId: string;
  submission: string;
}

/** The demonstration's people, who remember every act that was acknowledged to them and say before each that it comes. */
export class RecordingPeople extends People {
  readonly acknowledged: Acknowledged[] = [];
  private readonly known = new Map<string, CarefulClient>();

  constructor(
    private readonly address: string,
    private readonly word: string,
    private readonly before: () => void = () => undefined,
  ) {
    super(address, word);
  }

  override named(username: string): CarefulClient {
    const client = this.known.get(username) ?? new RecordingClient(username, this.address, this.word, this.acknowledged, this.before);
    this.known.set(username, client);
    return client;
  }
}

class RecordingClient extends CarefulClient {
  constructor(
    username: string,
    base: string,
    password: string,
    private readonly acknowledged: Acknowledged[],
    private readonly before: () => void,
  ) {
    super(username, base, password);
  }

  override async act(act: string, caseId: string | undefined, input: Record<string, unknown>, key: string = randomUUID()) {
    this.before();
    const receipt = await super.act(act, caseId, input, key);
    this.acknowledged.push({ caseId: receipt.caseId, submission: key });
    return receipt;
  }
}
