import { z } from 'zod';
import { defineAct, refuse } from '../../act';
import { systemActor } from '../../actor';
import type { FactQuestion } from '../../facts';
import { remindedUntil } from '../../reminded-until';
import { lastReminderOf, silent, type ConsultationState } from '../state';

/** 催办: the lead reminds those who are silent, or some of them, at intervals that a setting gives; the clock once before the term ends. */
export const remind = defineAct<ConsultationState>()({
  name: 'consultation.remind',
  stages: ['open'],
  by: [
    { capacity: 'departmentHandler', as: 'sender' },
    { capacity: 'system', as: 'clock' },
  ],
  input: z.object({
    /** Absent or empty: all that are silent and may be reminded again. */
    departments: z
      .array(z.string().regex(/^[A-Z]{2,16}$/))
      .max(200)
      .meta({ options: 'unanswered' })
      .optional(),
  }),
  obstacle: (state) => (silent(state).length === 0 ? 'NOBODY_TO_ASK' : undefined),
  facts: (_state, _input, _actor, occasion) => ({
    leastDays: { kind: 'setting', key: 'reminder.leastDays', on: occasion.today } as const satisfies FactQuestion,
  }),
  decide(state, { departments: named = [] }, actor, occasion, { leastDays }) {
    const open = silent(state);
    const stranger = named.find((department) => !open.includes(department));
    if (stranger !== undefined) return refuse('NOT_AWAITED', { department: stranger, field: 'departments' });
    const meant = named.length > 0 ? open.filter((department) => named.includes(department)) : open;
    // The clock reminds once, on the day that the letter said.
    const waits = new Map(
      meant.map((department) => [department, remindedUntil(lastReminderOf(state, department), leastDays)]),
    );
    const free = (department: string) =>
      actor.account === systemActor.account || (waits.get(department) ?? '') <= occasion.today;
    // Whoever names a unit means it; of all, those are left out who were reminded lately.
    const departments = meant.filter(free);
    const lately = meant.filter((department) => !free(department));
    if (departments.length === 0 || (named.length > 0 && lately.length > 0)) {
      const day = lately.flatMap((department) => waits.get(department) ?? []).sort()[0] ?? occasion.today;
      return refuse('REMINDED_LATELY', { day, ...(named.length > 0 && { field: 'departments' }) });
    }
    const reminder = { at: occasion.at, departments, by: actor.account };
    return { next: { ...state, reminders: [...state.reminders, reminder] } };
  },
});
