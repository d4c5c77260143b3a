import type { Actor } from '../../../domain/actor';
import { Scheme } from '../../../domain/joint-check/scheme';
import type { JointCheckState } from '../../../domain/joint-check/state';
import type { VisitState } from '../../../domain/visit/state';
import { drawnVisits } from '../../../services/draw/drawn-visits';
import { shanghaiDay } from '../../../domain/calendar/shanghai-day';
import { openCounty, type OpenCounty } from '../registers/open-county';
import { Acting } from './acting';
import { drawnCheck } from './drawn-check';
import { schemeOf } from './scheme-of';

/**
 * What an act relies on changes between the form and the act, or between two acts: asked of the judge himself, over real
 * rows. Each change is taken back, and the same act then passes: nothing else stood against it.
 */
let county: OpenCounty;
let acting: Acting;
let handler: Actor;
let scheme: Scheme;
let visit: VisitState;
let officers: string[];
const today = shanghaiDay(Date.now());
const drawn = '320723-2026-L0001';

beforeAll(async () => {
  county = await openCounty({ objects: 60, inspectors: 150 });
  acting = new Acting(county);
  handler = await acting.as('scjg-handler', 'departmentHandler');
  scheme = Scheme.parse(await schemeOf(county.dataSource));
  await drawnCheck(acting, handler, drawn, scheme);
  const items = scheme.tasks.flatMap(({ department, items: codes }) =>
    codes.map((code) => ({ code, department, version: 1 })),
  );
  await query(`UPDATE official_case SET state = state || jsonb_build_object('items', $2::jsonb) WHERE id = $1`, [
    `joint-check/${drawn}`,
    JSON.stringify(items),
  ]);
  visit = (await drawnVisits(county.dataSource, `${drawn}-C1`))[0] as VisitState;
  await acting.put(visit);
  officers = visit.results['WJW']?.officers ?? [];
});
afterAll(() => county?.close());

const query = <Row>(text: string, values: unknown[] = []) => county.dataSource.query<Row[]>(text, values);

interface Change {
  what: string;
  change(): Promise<unknown>;
  back(): Promise<unknown>;
  code: string;
}

const dutyLost: Change = {
  what: 'a unit inspects no longer',
  change: () => query(`UPDATE department SET inspects = false WHERE code = 'WJW'`),
  back: () => query(`UPDATE department SET inspects = true WHERE code = 'WJW'`),
  code: 'DEPARTMENT_DOES_NOT_INSPECT',
};
const itemEnded: Change = {
  what: 'an item has ended',
  change: () => query('UPDATE check_item SET active = false WHERE code = $1', [scheme.tasks[1]?.items[0]]),
  back: () => query('UPDATE check_item SET active = true'),
  code: 'ITEM_NOT_IN_FORCE',
};
const capacityTaken = (username: string, capacity: string): Change => ({
  what: 'the capacity was taken away after the form was opened',
  change: () =>
    query('UPDATE account SET capacities = array_remove(capacities, $2) WHERE username = $1', [username, capacity]),
  back: () => query('UPDATE account SET capacities = capacities || $2::text WHERE username = $1', [username, capacity]),
  code: 'ACCOUNT_NOT_ENTITLED',
});
const unitChanged: Change = {
  what: 'the account went to another unit',
  change: () => query(`UPDATE account SET department = 'WJW' WHERE username = 'scjg-handler'`),
  back: () => query(`UPDATE account SET department = 'SCJG' WHERE username = 'scjg-handler'`),
  code: 'ACCOUNT_NOT_ENTITLED',
};
let certificates: { id: string; certificates: unknown }[] = [];
const certificateEnded: Change = {
  what: 'a certificate ends before the day',
  async change() {
    certificates = await query('SELECT id, certificates FROM inspector WHERE id = ANY($1::uuid[])', [officers]);
    await query(
      `UPDATE inspector SET certificates = (SELECT jsonb_agg(c || '{"expiresOn": "2026-11-30"}') FROM jsonb_array_elements(certificates) c) WHERE id = ANY($1::uuid[])`,
      [officers],
    );
  },
  async back() {
    for (const row of certificates)
      await query('UPDATE inspector SET certificates = $2 WHERE id = $1', [row.id, JSON.stringify(row.certificates)]);
  },
  code: 'OFFICERS_WITHOUT_CERTIFICATE',
};
const recused: Change = {
  what: 'an officer must keep away from the firm by now',
  change: () =>
    query(`INSERT INTO recusal (inspector_id, object_id, reason) VALUES ($1, $2, '近亲属任职')`, [
      officers[0],
      visit.object,
    ]),
  back: () => query(`DELETE FROM recusal WHERE reason = '近亲属任职'`),
  code: 'OFFICERS_RECUSED',
};

let serial = 10;
/** A check of this scheme that the lead may consult about, or that waits to be submitted. */
async function checkIn(stage: 'drafting' | 'consulting'): Promise<string> {
  serial += 1;
  const number = `320723-2026-L00${serial}`;
  const rows = await query<{ code: string; department: string }>('SELECT code, department FROM check_item');
  const items = scheme.tasks.flatMap(({ items: codes }) => rows.filter(({ code }) => codes.includes(code)));
  const agreed = { verdict: 'agree', round: 1, at: '2026-11-24T01:00:00.000Z' } as const;
  const state: JointCheckState = {
    id: `joint-check/${number}`,
    number,
    stage,
    since: '2026-11-24T01:00:00.000Z',
    lead: 'SCJG',
    initiators: ['SCJG'],
    scheme,
    items: items.map((item) => ({ ...item, version: 1 })),
    schemeVersion: 1,
    silence: 'blocks',
    consultationDays: 5,
    round: stage === 'drafting' ? 0 : 1,
    toBeAsked: [],
    answers: stage === 'drafting' ? {} : { WJW: agreed, YJJ: agreed },
    conditions: [],
    batches: 0,
    extensions: [],
  };
  await acting.put(state);
  return state.id;
}

/** Refused while what it relies on is changed; done by the same words once that is taken back. */
async function refusedMeanwhile(
  { change, back, code }: Change,
  ask: () => ReturnType<Acting['attempt']>,
): Promise<void> {
  await change();
  try {
    expect(await ask()).toMatchObject({ kind: 'refused', code });
  } finally {
    await back();
  }
  expect(await ask()).toMatchObject({ kind: 'done' });
}

describe.each(['consult', 'submit'])('the lead: %s', (name) => {
  test.each([dutyLost, itemEnded, capacityTaken('scjg-handler', 'departmentHandler'), unitChanged])(
    'is refused where $what',
    async (change) => {
      const id = await checkIn(name === 'consult' ? 'drafting' : 'consulting');
      await refusedMeanwhile(change, () => acting.attempt(handler, `jointCheck.${name}`, id));
    },
  );
});

async function stands(changes: Partial<VisitState>): Promise<void> {
  await query('DELETE FROM result_version WHERE visit_id = $1', [visit.id]);
  await query('UPDATE official_case SET stage = $2, closed = false, state = $3 WHERE id = $1', [
    visit.id,
    changes.stage,
    JSON.stringify({ ...visit, ...changes, v: 1 }),
  ]);
}

describe('a visit', () => {
  test.each([certificateEnded, capacityTaken('scjg-handler', 'departmentHandler')])(
    'gets no day where $what',
    async (change) => {
      await stands({ stage: 'awaitingDate' });
      await refusedMeanwhile(change, () =>
        acting.attempt(handler, 'visit.setDate', visit.id, { date: scheme.windowTo }),
      );
    },
  );

  test.each([certificateEnded, recused, { ...dutyLost, code: 'UNIT_INSPECTS_NO_LONGER' }])(
    'is not noticed where $what',
    async (change) => {
      await stands({ stage: 'scheduled', date: scheme.windowTo });
      await refusedMeanwhile(change, () => acting.attempt(handler, 'visit.issueNotice', visit.id));
    },
  );

  const firmStruckOff: Change = {
    what: 'the firm was struck off',
    change: () => query(`UPDATE check_object SET status = 'cancelled' WHERE id = $1`, [visit.object]),
    back: () => query(`UPDATE check_object SET status = 'active' WHERE id = $1`, [visit.object]),
    code: 'REGISTER_CONTRADICTS',
  };
  const itemAbolished: Change = {
    what: 'an item was abolished',
    change: () =>
      query(
        `INSERT INTO check_item_version SELECT (jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid(), 'version', v.version + 1, 'cause', 'abolished', 'effective_from', '2026-11-30'))).*
         FROM check_item_version v WHERE v.item_code = $1 ORDER BY v.version DESC LIMIT 1`,
        [scheme.tasks[1]?.items[0]],
      ),
    back: () => query(`DELETE FROM check_item_version WHERE cause = 'abolished'`),
    code: 'ITEMS_ABOLISHED',
  };
  test.each([firmStruckOff, itemAbolished, recused, { ...dutyLost, code: 'UNIT_INSPECTS_NO_LONGER' }])(
    'gets no result without a word where $what',
    async (change) => {
      const [officer] = await query<{ username: string }>('SELECT username FROM account WHERE inspector_id = $1', [
        officers[0],
      ]);
      const inspector = await acting.as(officer?.username ?? '', 'inspector');
      await stands({ stage: 'noticed', date: today });
      const form = {
        code: '1',
        followUp: 'none',
        completedOn: today,
        methods: ['onSite'],
        signature: 'signed',
        rows: scheme.tasks[1]?.items.map((item) => ({ item, finding: 'inOrder' })),
      };
      await refusedMeanwhile(change, () => acting.attempt(inspector, 'visit.enterResult', visit.id, form));
    },
  );
});
