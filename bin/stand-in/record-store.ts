import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { exchangeMessageSchema, type ExchangeMessage } from '../../domain/exchange/message';

const storedSchema = z.object({
  key: z.string(),
  bodyHash: z.string(),
  receipt: z.object({ receiptNo: z.string(), receivedAt: z.string() }),
  message: exchangeMessageSchema,
});

export type StoredRecord = z.infer<typeof storedSchema>;

/** What came of offering a record: kept now, held already, or held with another content. */
export type Kept = { kind: 'kept' | 'held' | 'differs'; record: StoredRecord };

/** Keeps one file a record, so that what was answered for survives any crash. */
export class RecordStore {
  private readonly records = new Map<string, Map<string, StoredRecord>>();
  private readonly sends = new Map<string, number>();
  private writing: Promise<unknown> = Promise.resolve();

  constructor(private readonly directory: string) {}

  /** Reads what earlier runs received; leftovers of a write that never ended are removed. */
  async load(platforms: readonly string[]): Promise<void> {
    for (const platform of platforms) {
      const folder = join(this.directory, platform);
      await mkdir(folder, { recursive: true });
      const found: StoredRecord[] = [];
      for (const file of await readdir(folder)) {
        if (file.endsWith('.json'))
          found.push(storedSchema.parse(JSON.parse(await readFile(join(folder, file), 'utf8'))));
        else await rm(join(folder, file));
      }
      found.sort((one, other) => one.receipt.receiptNo.localeCompare(other.receipt.receiptNo));
      this.records.set(platform, new Map(found.map((record) => [record.key, record])));
    }
  }

  /** Keeps a record once a key; sends of the same key at the same time wait for each other. */
  keep(platform: string, key: string, message: ExchangeMessage, body: string, now: Date): Promise<Kept> {
    const turn = this.writing.then(() => this.keepOne(platform, key, message, body, now));
    this.writing = turn.catch(() => undefined);
    return turn;
  }

  find(platform: string, key: string): StoredRecord | undefined {
    return this.records.get(platform)?.get(key);
  }

  /** What a record says by now, after all that came for its id: nothing before it came, and after it was withdrawn. */
  standing(platform: string, recordId: string): StoredRecord | undefined {
    const last = [...(this.records.get(platform)?.values() ?? [])].findLast(
      ({ message }) => message.envelope.cd_id === recordId,
    );
    return last?.message.envelope.cd_operation === 'd' ? undefined : last;
  }

  /** The records of a platform as they stand: changed and withdrawn as it was told. */
  holdings(platform: string): StoredRecord[] {
    const ids = new Set([...(this.records.get(platform)?.values() ?? [])].map(({ message }) => message.envelope.cd_id));
    return [...ids].flatMap((id) => this.standing(platform, id) ?? []);
  }

  /** All records of a platform in the order of their receipts, each with how often it was sent in this run. */
  list(platform: string): (StoredRecord & { sends: number })[] {
    const records = [...(this.records.get(platform)?.values() ?? [])];
    return records.map((record) => ({ ...record, sends: this.sends.get(`${platform}\n${record.key}`) ?? 0 }));
  }

  private async keepOne(
    platform: string,
    key: string,
    message: ExchangeMessage,
    body: string,
    now: Date,
  ): Promise<Kept> {
    const counter = `${platform}\n${key}`;
    this.sends.set(counter, (this.sends.get(counter) ?? 0) + 1);
    const bodyHash = sha256(body);
    const earlier = this.find(platform, key);
    if (earlier) return { kind: earlier.bodyHash === bodyHash ? 'held' : 'differs', record: earlier };

    const records = this.records.get(platform) ?? new Map<string, StoredRecord>();
    const receiptNo = `${platform === 'public-credit' ? 'XY' : 'CJ'}${String(records.size + 1).padStart(8, '0')}`;
    const record = { key, bodyHash, receipt: { receiptNo, receivedAt: now.toISOString() }, message };
    await writeWhole(join(this.directory, platform), sha256(key), JSON.stringify(record, null, 2));
    records.set(key, record);
    this.records.set(platform, records);
    return { kind: 'kept', record };
  }
}

/** Writes beside, flushes and renames: a reader finds the whole file or none. */
async function writeWhole(folder: string, name: string, content: string): Promise<void> {
  const beside = join(folder, `${name}.part`);
  const file = await open(beside, 'w');
  try {
    await file.writeFile(content, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, join(folder, `${name}.json`));
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
