import { findAct } from '../../../domain/processes';
import { PlanChanges, schemeOf, type Chapter } from './chapter';
import { formOf } from './form-of';

/** One act of one person. */
export interface Step {
  /** `SCJG-handler`, `office-director`, or one of a visit's officers: `SCJG-officer-1`, `SCJG-officer-2`, `SCJG-substitute`. */
  who: string;
  act: string;
  /** The case, with `#` for the number of the check; absent where the act opens the check. */
  on?: string;
  /** Days are still counted from today. */
  input: Record<string, unknown>;
  /** Submission of the act: the same step of the same chapter always has the same. */
  key: string;
}

type Input = Record<string, unknown>;
const levels = ['entered', 'confirmed', 'reviewed', 'published'] as const;
type Level = (typeof levels)[number];

/**
 * The acts that a chapter stands for, in their order.
 * @throws Error naming the line that is no step
 */
export function unfold(name: string, chapter: Chapter): Step[] {
  const telling = new Telling(name, chapter);
  for (const line of chapter.steps) {
    const [text = '', input] = typeof line === 'string' ? [line] : (Object.entries(line)[0] ?? []);
    telling.tell(text, input ?? {});
  }
  return telling.steps;
}

/** What has been told so far; the short words go on from there. */
class Telling {
  readonly steps: Step[] = [];
  private readonly participants: string[];
  private readonly counts = new Map<string, number>();
  private readonly noticed = new Set<number>();
  /** Last step and version of a department's result, by visit and department. */
  private readonly results = new Map<string, { level?: Level; version: number }>();
  private round = 0;
  private schemeVersion = 1;
  /** Who was asked about the present scheme and has not answered; nothing before they are asked. */
  private silent: string[] | undefined;

  constructor(
    private readonly name: string,
    private readonly chapter: Chapter,
  ) {
    this.participants = Object.keys(chapter.tasks).filter((department) => department !== chapter.lead);
    this.act(`${chapter.lead}-handler`, 'jointCheck.propose', undefined, { scheme: schemeOf(chapter) });
  }

  tell(text: string, input: Input): void {
    const words = text.split(' ');
    if (text === 'agreed') return this.agreed();
    if (text === 'approved') return this.approved();
    if (text === 'drawn') return this.drawn();
    if (words[0] === 'visit' && words.length >= 3) return this.visit(Number(words[1]), words.slice(2), input);
    const [who, act] = words[0] === 'referral' ? words.slice(2) : words;
    if (!who || !act || !findAct(act)) throw new Error(`${this.name}: “${text}” is no step of a story`);
    if (words[0] === 'referral') return this.act(who, act, this.referral(words[1] ?? ''), input);
    if (act === 'jointCheck.revise') return this.revise(who, input);
    this.act(
      who,
      act,
      act.startsWith('consultation.')
        ? `consultation/#-Z${this.round}`
        : act.startsWith('draw.')
          ? 'draw/#-C1'
          : 'joint-check/#',
      input,
    );
  }

  /** Everybody who has not answered yet agrees, and the lead submits. */
  private agreed(): void {
    if (!this.silent) this.tell(`${this.chapter.lead}-handler jointCheck.consult`, {});
    for (const department of this.silent ?? []) {
      this.tell(`${department}-liaison consultation.handOn`, {});
      this.tell(`${department}-handler consultation.draftAnswer`, { verdict: 'agree' });
      this.tell(`${department}-leader consultation.sendAnswer`, {});
    }
    this.tell(`${this.chapter.lead}-handler jointCheck.submit`, {});
  }

  private approved(): void {
    this.tell('office-handler jointCheck.proposeDecision', {
      outcome: 'approve',
      basis: 'authorisation',
      authorisation: 'demo-standing-1',
    });
    this.tell('office-director jointCheck.decide', { consent: 'confirm' });
  }

  private drawn(): void {
    this.tell(`${this.chapter.lead}-handler draw.freeze`, {});
    this.tell('office-handler draw.hold', {});
  }

  private revise(who: string, { reason, ...changes }: Input): void {
    const scheme = schemeOf({ ...this.chapter, ...PlanChanges.parse(changes) });
    this.act(who, 'jointCheck.revise', 'joint-check/#', { scheme, version: this.schemeVersion, reason });
    this.schemeVersion += 1;
    this.silent = undefined;
  }

  private visit(place: number, words: string[], input: Input): void {
    const [who = '', what = ''] = words;
    if (who === 'noticed') return this.notice(place, input['date'] ?? 0);
    const level = levels.find((candidate) => candidate === what);
    if (level) {
      const departments = who === 'everyone' ? Object.keys(this.chapter.tasks) : [who];
      for (const department of departments) this.bring(place, department, level, input);
      return;
    }
    if (!findAct(what)) throw new Error(`${this.name}: “visit ${place} ${words.join(' ')}” is no step of a story`);
    this.act(who, what, this.visitId(place), input, place);
  }

  private notice(place: number, date: unknown): void {
    const handler = `${this.chapter.lead}-handler`;
    this.act(handler, 'visit.setDate', this.visitId(place), { date }, place);
    this.act(handler, 'visit.issueNotice', this.visitId(place), {}, place);
  }

  /** Brings a department's result up to a level, from where it stands. */
  private bring(place: number, department: string, level: Level, form: Input): void {
    if (!this.noticed.has(place)) this.notice(place, 0);
    const stands = this.results.get(`${place}/${department}`)?.level;
    for (const next of levels.slice(stands ? levels.indexOf(stands) + 1 : 0, levels.indexOf(level) + 1)) {
      const on = this.visitId(place);
      if (next === 'entered')
        this.act(`${department}-officer-1`, form['code'] ? 'visit.enterResult' : 'visit.allInOrder', on, form, place);
      if (next === 'confirmed') this.act(`${department}-officer-2`, 'visit.confirmResult', on, {}, place);
      if (next === 'reviewed') this.act(`${department}-leader`, 'visit.reviewResult', on, { verdict: 'pass' }, place);
      if (next === 'published') this.act(`${department}-handler`, 'visit.publishResult', on, {}, place);
    }
  }

  private act(who: string, act: string, on: string | undefined, given: Input, place?: number): void {
    const department = who.split('-')[0] ?? '';
    const input = place === undefined ? given : this.onVisit(place, department, act, given);
    if (act === 'jointCheck.consult') {
      this.round += 1;
      this.silent = this.participants;
    }
    if (act === 'consultation.sendAnswer') this.silent = this.silent?.filter((other) => other !== department);
    this.steps.push({ who, act, on, input, key: this.keyOf(act, on, who) });
  }

  /** Follows stage and version of the results, and completes what a form or a look at a version needs. */
  private onVisit(place: number, department: string, act: string, given: Input): Input {
    const known = this.results.get(`${place}/${department}`) ?? { version: 0 };
    const now = (level: Level | undefined, version = known.version) =>
      this.results.set(`${place}/${department}`, { level, version });
    const versioned = { version: known.version, ...given };
    switch (act) {
      case 'visit.issueNotice':
        this.noticed.add(place);
        return given;
      case 'visit.allInOrder':
      case 'visit.enterResult':
      case 'visit.correctResult':
        now('entered', known.version + 1);
        return formOf(department, this.chapter.tasks[department] ?? [], given, act === 'visit.allInOrder');
      case 'visit.confirmResult':
        now('confirmed');
        return versioned;
      case 'visit.reviewResult':
        now(given['verdict'] === 'return' ? undefined : 'reviewed');
        return versioned;
      case 'visit.publishResult':
        now('published');
        return versioned;
      default:
        return given;
    }
  }

  private keyOf(act: string, on: string | undefined, who: string): string {
    const place = on?.startsWith('visit/') || on?.startsWith('referral/') ? `${on.replace(/^.*?#-C1-J0*/, '')}.` : '';
    const step = `story.${this.name}.${act}.${place}${who}`;
    const count = (this.counts.get(step) ?? 0) + 1;
    this.counts.set(step, count);
    return `${step}.${count}`;
  }

  private visitId(place: number): string {
    if (!Number.isInteger(place) || place < 1) throw new Error(`${this.name}: visits are counted from 1`);
    return `visit/#-C1-J${String(place).padStart(5, '0')}`;
  }

  /** `2-SCJG-1`: the first referral of SCJG from visit 2. */
  private referral(name: string): string {
    const [place, department, serial] = name.split('-');
    return `referral/${this.visitId(Number(place)).slice('visit/'.length)}-${department}-Y${serial}`;
  }
}
