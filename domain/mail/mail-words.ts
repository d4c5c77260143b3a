import { z } from 'zod';

/** A task as a mail names it: what is to be done, the number of the case, and until when; never a firm or a person. */
const Task = z.object({
  /** Name of the act, such as `consultation.sendAnswer`. */
  act: z.string(),
  caseId: z.string(),
  number: z.string(),
  /** How many cases the line stands for. */
  cases: z.int().min(1),
  /** YYYY-MM-DD; absent where no term runs. */
  due: z.string().optional(),
  /** It came back: its name says so. */
  returned: z.boolean().optional(),
});
export type MailTask = z.infer<typeof Task>;

/** What each kind of mail says. */
export const mailWords = {
  /** `returned`: what came back, whenever it is due, and stands in no other part. */
  digest: z.object({
    day: z.string(),
    returned: z.array(Task).optional(),
    late: z.array(Task),
    today: z.array(Task),
    week: z.array(Task),
  }),
  /** Something came back; all that came back and is not done yet. */
  returned: z.object({ tasks: z.array(Task) }),
  /** `by`: the unit that asks to hurry; absent where the term does. */
  reminder: z.object({ task: Task, by: z.string().optional() }),
  /** To an address that is not confirmed yet, and the only one that goes there. */
  confirm: z.object({ code: z.string() }),
};
export type MailTemplate = keyof typeof mailWords;
export type MailWords = { [K in MailTemplate]: { template: K; words: z.infer<(typeof mailWords)[K]> } }[MailTemplate];
