import { firmNotDrawable, officerNotDrawable } from '../../../domain/registers/not-drawable';

test.each([
  [{}, undefined],
  [{ uscc: null }, undefined],
  [{ uscc: null, registrationNo: null }, 'noIdentity'],
  [{ uscc: '', registrationNo: '' }, 'noIdentity'],
  [{ status: 'deregistered' }, 'notActive'],
  [{ status: 'revoked', uscc: null, registrationNo: null }, 'notActive'],
  [{ sameAs: 'other', status: 'deregistered' }, 'twinRecord'],
])('a firm with %j cannot be drawn because: %s', (said, why) => {
  const firm = { status: 'active', uscc: '91320723MA1A000165', registrationNo: '320723000000001', sameAs: null };
  expect(firmNotDrawable({ ...firm, ...said })).toBe(why);
});

test('an officer is told every reason, and none on the last day of the certificate', () => {
  const certificates = [{ no: '1', expiresOn: '2026-12-01' }];
  const of = (dutyStatus: string, recusalOpen: boolean, day: string) =>
    officerNotDrawable({ dutyStatus, certificates, recusalOpen }, day);
  expect(of('onDuty', false, '2026-12-01')).toEqual([]);
  expect(of('onDuty', false, '2026-12-02')).toEqual(['certificateExpired']);
  expect(of('transferred', true, '2026-12-02')).toEqual(['notOnDuty', 'certificateExpired', 'recusalUnresolved']);
});
