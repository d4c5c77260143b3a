import {
  buildCheckActionRecord,
  buildReferralRecord,
  buildSpotCheckRecord,
} from '../../../domain/exchange/build-records';
import { checkActionRecordSchema } from '../../../domain/exchange/check-action-record';
import { buildEnvelope, envelopeSchema } from '../../../domain/exchange/envelope';
import { jointDiscipline, publicCredit } from '../../../domain/exchange/platform';
import { findHindrance } from '../../../domain/exchange/preflight';
import { faultsOf, missingFor, presentFields } from '../../../domain/exchange/record-check';
import { checkAction, referral, spotCheck } from './facts';

const accepts = (change: object) => checkActionRecordSchema.safeParse({ ...checkAction, ...change }).success;

describe('the check-action record', () => {
  test('a complete one is accepted', () => expect(accepts({})).toBe(true));

  test.each([
    ['13 digits', { catalogueCode: '0123456789012' }],
    ['15 digits', { catalogueCode: '012345678901234' }],
    ['a letter', { catalogueCode: '0123456789012A' }],
    ['an action no. of 51', { actionNo: 'x'.repeat(51) }],
    ['an object of 201', { object: '某'.repeat(201) }],
    ['a plan id of 51', { planId: 'x'.repeat(51) }],
    ['nobody who checked', { personnel: [] }],
    ['a report at the time of the check', { reportTime: checkAction.time }],
    ['a report before the check, in another zone', { reportTime: '2026-11-24T01:29:59Z' }],
    ['a time without offset', { time: '2026-11-24T09:30:00' }],
    ['a field that nobody knows', { extra: 1 }],
  ])('%s is refused', (_name, change) => expect(accepts(change)).toBe(false));

  test.each([
    ['an action no. of 50', { actionNo: 'x'.repeat(50) }],
    ['an object of 200', { object: '某'.repeat(200) }],
    ['a plan id of 50', { planId: 'x'.repeat(50) }],
    ['a report one second after the check, in another zone', { reportTime: '2026-11-24T01:30:01Z' }],
  ])('%s is accepted', (_name, change) => expect(accepts(change)).toBe(true));

  test.each(Object.keys(checkAction))('without %s the public-credit system lacks exactly that', (field) => {
    for (const nothing of [undefined, null, '', '  ', []]) {
      expect(missingFor(publicCredit, 'checkAction', { ...checkAction, [field]: nothing })).toEqual([field]);
    }
  });
});

describe('what hinders a message', () => {
  const payload = (kind: 'checkAction' | 'spotCheck' | 'referral', record: object) => ({
    kind,
    operation: 'i' as const,
    source: 'SCJG',
    record: { ...record },
  });

  test('nothing hinders complete records', () => {
    expect(findHindrance(publicCredit, payload('checkAction', checkAction))).toBeUndefined();
    expect(findHindrance(publicCredit, payload('spotCheck', spotCheck))).toBeUndefined();
    expect(findHindrance(publicCredit, payload('referral', referral))).toBeUndefined();
    expect(findHindrance(jointDiscipline, payload('referral', referral))).toBeUndefined();
  });

  test('a missing catalogue code is named', () => {
    expect(findHindrance(jointDiscipline, payload('referral', { ...referral, catalogueCode: undefined }))).toEqual({
      code: 'EXCHANGE_RECORD_INCOMPLETE',
      fields: ['catalogueCode'],
    });
  });

  test('a wrong field is named, an absent optional one is no fault', () => {
    expect(findHindrance(publicCredit, payload('checkAction', { ...checkAction, planId: null }))).toBeUndefined();
    expect(
      faultsOf('checkAction', { ...checkAction, catalogueCode: '1', reporter: '' }).map((fault) => fault.field),
    ).toEqual(['catalogueCode']);
    expect(faultsOf('spotCheck', { ...spotCheck, extra: 1 }).map((fault) => fault.field)).toEqual(['extra']);
    expect(findHindrance(publicCredit, payload('spotCheck', { ...spotCheck, insType: '3' }))).toEqual({
      code: 'EXCHANGE_RECORD_INVALID',
      fields: ['insType'],
    });
  });

  test('a kind that the platform does not take, and a platform that is not there', () => {
    expect(findHindrance(jointDiscipline, payload('spotCheck', spotCheck))?.code).toBe('EXCHANGE_KIND_NOT_TAKEN');
    expect(findHindrance(undefined, payload('spotCheck', spotCheck))?.code).toBe('EXCHANGE_PLATFORM_UNKNOWN');
  });

  test('what says nothing does not go out', () => {
    expect(presentFields({ a: 1, b: null, c: '', d: [], e: 0, f: false })).toEqual({ a: 1, e: 0, f: false });
  });
});

describe('building records from our data', () => {
  const party = { name: '示例商贸', uscc: '92320723MA1A000240', division: '320723' };
  const facts = {
    checkName: '联合抽查',
    actionNo: 'LC-1',
    party,
    joint: true,
    resultCode: '1',
    checkedAt: new Date('2026-11-24T01:30:00Z'),
    officers: [{ name: '张三', certificateNo: 'A1' }, { name: '李四' }],
  };

  test('an unknown catalogue code is left out and then missed, never invented', () => {
    const record = buildCheckActionRecord(facts);
    expect(missingFor(publicCredit, 'checkAction', record)).toEqual(['catalogueCode', 'checklistCode']);
    expect(record).toMatchObject({
      nature: 'selfEmployed',
      idType: 'uscc',
      form: 'joint',
      time: '2026-11-24T09:30:00+08:00',
      certificateNos: ['A1'],
    });
  });

  test('with both codes it is complete', () => {
    const record = buildCheckActionRecord({ ...facts, catalogueCode: '01234567890123', checklistCode: 'Q' });
    expect(checkActionRecordSchema.safeParse(record).success).toBe(true);
  });

  test.each([
    ['91320723MA1A000165', 'legalPerson'],
    ['12320723MA1A000165', 'organisation'],
    [undefined, undefined],
  ])('the nature of %s is %s', (uscc, nature) => {
    expect(buildCheckActionRecord({ ...facts, party: { ...party, uscc, registrationNo: 'R1' } }).nature).toBe(nature);
  });

  test('a firm without credit code goes by its registration number, one without both is missed', () => {
    const without = { ...party, uscc: undefined };
    expect(buildCheckActionRecord({ ...facts, party: { ...without, registrationNo: 'R1' } })).toMatchObject({
      idType: 'registrationNo',
      idCode: 'R1',
    });
    expect(missingFor(publicCredit, 'checkAction', buildCheckActionRecord({ ...facts, party: without }))).toContain(
      'idCode',
    );
  });

  test('no certificates, one report time', () => {
    const record = buildCheckActionRecord({
      ...facts,
      joint: false,
      officers: [{ name: '李四' }],
      reportedAt: new Date('2026-11-24T02:00:00Z'),
    });
    expect(record).toMatchObject({ form: 'single', reportTime: '2026-11-24T10:00:00+08:00' });
    expect(record).not.toHaveProperty('certificateNos');
  });

  test('spot check and referral', () => {
    expect(buildSpotCheckRecord({ party, departmentName: '局', completedOn: '2026-11-24', result: '1' })).toEqual({
      object: '示例商贸',
      idCode: party.uscc,
      insAuth_CN: '局',
      insType: '1',
      insDate: '2026-11-24',
      insRes_CN: '1',
    });
    expect(buildReferralRecord({ number: 'N', party, facts: undefined })).toEqual({
      number: 'N',
      object: '示例商贸',
      idCode: party.uscc,
    });
  });
});

describe('the envelope', () => {
  const facts = { id: 'a', at: new Date('2026-11-23T16:00:00Z'), source: 'SCJG', sequence: 7, operation: 'i' as const };

  test('the batch is the Chinese day and the running number', () => {
    expect(buildEnvelope(facts)).toEqual({
      cd_id: 'a',
      cd_time: '2026-11-24T00:00:00+08:00',
      cd_source: 'SCJG',
      cd_batch: '20261124000007',
      cd_operation: 'i',
    });
    expect(buildEnvelope({ ...facts, at: new Date('2026-11-23T15:59:59Z') }).cd_batch).toBe('20261123000007');
    expect(buildEnvelope({ ...facts, sequence: 12_345_678 }).cd_batch).toBe('2026112412345678');
  });

  test.each([
    ['cd_operation', 'x'],
    ['cd_batch', '2026112400007'],
    ['cd_time', '2026-11-24'],
    ['cd_id', ''],
    ['cd_source', ''],
  ])('%s may not be %j', (field, value) => {
    expect(envelopeSchema.safeParse(buildEnvelope(facts)).success).toBe(true);
    expect(envelopeSchema.safeParse({ ...buildEnvelope(facts), [field]: value }).success).toBe(false);
  });
});
