import { documents, type DocumentKind } from '../../../domain/documents/kinds';
import { DepartmentEdit } from '../../../domain/registers/department-edit';
import { InspectorEdit } from '../../../domain/registers/inspector-edit';
import { ItemEnactment } from '../../../domain/registers/item-change';
import { ObjectRow } from '../../../domain/registers/object-row';
import { withoutPictures } from '../../../domain/text/picture-signs';
import { RecordRow } from '../../../domain/visit/record-form';
import { samples } from '../../documents/samples';
import { atTheirLongest, longest } from './longest';

const kinds = Object.keys(documents) as DocumentKind[];
test('these are what the registers and forms take at most, and no sign more', () => {
  const takes = (schema: { safeParse(given: unknown): { success: boolean } }, text: string) => {
    expect(schema.safeParse(text).success).toBe(true);
    expect(schema.safeParse(`${text}长`).success).toBe(false);
  };
  takes(DepartmentEdit.shape.fullName, longest['issuer'] ?? '');
  takes(ObjectRow.shape.objectName, longest['object.name'] ?? '');
  takes(ObjectRow.shape.address, longest['address'] ?? '');
  takes(ObjectRow.shape.legalRepresentative, longest['legalRepresentative'] ?? '');
  takes(InspectorEdit.shape.name, longest['officers.name'] ?? '');
  takes(ItemEnactment.shape.name, longest['items.name'] ?? '');
  takes(ItemEnactment.shape.content, longest['items.content'] ?? '');
  takes(ItemEnactment.shape.basis, longest['items.basis'] ?? '');
  takes(ItemEnactment.shape.method, longest['items.method'] ?? '');
  takes(ItemEnactment.shape.materials, longest['materials'] ?? '');
});

test.each(kinds)('%s prints every text that a register or form took', (kind) => {
  const read = documents[kind].schema.safeParse({ ...(atTheirLongest(samples[kind]) as object), kind });
  expect(read.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toBeUndefined();
});

test('a record form prints each finding that an entry keeps, also that nobody looked', () => {
  for (const finding of RecordRow.shape.finding.unwrap().options) {
    const form = samples['record-form'];
    const items = form.items.map((item) => ({ ...item, finding }));
    expect([
      finding,
      documents['record-form'].schema.safeParse({ ...form, items, kind: 'record-form' }).success,
    ]).toEqual([finding, true]);
  }
});

test('a file is on the list of a dossier without what its phone put into its name', () => {
  const letter = samples['referral-letter'];
  const listed = (title: string) =>
    documents['referral-letter'].schema.safeParse({
      ...letter,
      dossier: [{ title }],
      kind: 'referral-letter',
    }).success;
  expect(listed('现场📷👍🏽.jpg')).toBe(false);
  expect(withoutPictures('现场📷👍🏽①.jpg')).toBe('现场①.jpg');
  expect(listed(withoutPictures('现场📷👍🏽.jpg'))).toBe(true);
});
