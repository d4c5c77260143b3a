import { z } from 'zod';

const whole = (most: number) => z.coerce.number().int().min(0).max(most);

/** How the stand-in is told to behave; an empty field of the page's form means that it was not given. */
export const behaviourSchema = z
  .object({
    platform: z.string().min(1).max(40),
    mode: z.enum([
      'normal',
      'slow',
      'refuse',
      'sayNo',
      'signIn',
      'otherReceipt',
      'unclear',
      'duplicate',
      'twice',
      'loseReply',
      'down',
      'busy',
    ]),
    /** In which encoding it answers; `gbk` is what older systems send, often without saying so. */
    encoding: z.enum(['utf-8', 'gbk']).default('utf-8'),
    /** For how many sends; without it until told otherwise. */
    times: whole(100_000).optional(),
    delayMs: whole(600_000).default(3_000),
    code: z.string().min(1).max(64).default('RECORD_REFUSED'),
    reason: z.string().max(500).default('refused on demand'),
    retryAfterSeconds: whole(86_400).default(2),
  })
  .strict();

export type Behaviour = z.infer<typeof behaviourSchema>;

const normal: Omit<Behaviour, 'platform'> = {
  mode: 'normal',
  encoding: 'utf-8',
  delayMs: 0,
  code: 'RECORD_REFUSED',
  reason: '',
  retryAfterSeconds: 0,
};

/** The behaviours in force, by platform. */
export class Behaviours {
  private readonly byPlatform = new Map<string, Behaviour>();

  set(behaviour: Behaviour): void {
    this.byPlatform.set(behaviour.platform, behaviour);
  }

  /** The behaviour without using it up. */
  current(platform: string): Behaviour {
    return this.byPlatform.get(platform) ?? { ...normal, platform };
  }

  /** The behaviour for one send; one that was set for some times is used up by it. */
  next(platform: string): Behaviour {
    const behaviour = this.current(platform);
    if (behaviour.times === undefined) return behaviour;
    if (behaviour.times > 1) this.byPlatform.set(platform, { ...behaviour, times: behaviour.times - 1 });
    else this.byPlatform.delete(platform);
    return behaviour.times === 0 ? { ...normal, platform } : behaviour;
  }
}
