import { isShownPicture } from '../../../domain/files/file-kinds';
import type { VisitState } from '../../../domain/visit/state';
import { filesById } from '../../../services/queries/cases/files-by-id';
import { formVersions, itemNamesOf, type FormVersion } from '../../../services/queries/cases/visit-view';
import { fileRemark } from '../../file-remark';
import { pathTo } from '../../paths';
import { changedItemsOf, changeOfItem } from './item-changes';
import { recordChanges } from './record-changes';
import { row, type FactsContext, type RecordView, type Row, type Table } from '../facts';

interface Form {
  code?: string;
  followUp?: string;
  completedOn?: string;
  earlyReason?: string;
  registerNote?: string;
  itemNote?: string;
  restsOn?: string;
  methods?: string[];
  rows?: { item: string; finding: string; problem?: string; handling?: string }[];
  otherProblem?: string;
  objectOpinion?: string;
  signature?: string;
  signatureNote?: string;
  evidencePlace?: string;
  evidenceTime?: string;
  evidenceWitness?: string;
  evidenceRecord?: string;
  attachments?: string[];
}

const fields = 'acts:visit.fields';

/** Every version of every department's record of a visit, newest first; or only one department's newest. */
export async function visitRecords(context: FactsContext, state: VisitState, newestOf?: string): Promise<RecordView[]> {
  const { formatDateTime, marks } = context.world.views.texts;
  const { t, units, world } = context;
  const all = await formVersions(world.dataSource, state.id);
  const earlier = (version: FormVersion) =>
    all.some((other) => other.department === version.department && other.version > version.version);
  const versions =
    newestOf === undefined ? all : all.filter((version) => version.department === newestOf && !earlier(version));
  const before = ({ department, version }: FormVersion) =>
    all.find((other) => other.department === department && other.version < version);
  const formOf = (version: FormVersion) => version.form as Form;
  const forms = versions.map(formOf);
  const earlierForms = versions.flatMap((version) => before(version) ?? []).map(formOf);
  const [changed, names, files] = await Promise.all([
    changedItemsOf(context, state),
    itemNamesOf(
      world.dataSource,
      state.check,
      [...forms, ...earlierForms].flatMap((form) => (form.rows ?? []).map((line) => line.item)),
    ),
    filesById(
      world.dataSource,
      forms.flatMap((form) => form.attachments ?? []),
    ),
  ]);
  const itemsOf = (form: Form) => itemRows(context, form, names, (code) => changeOfItem(context, changed, code));
  const said = (form: Form) => saidIn(factRows(context, form), itemsOf(form), world.views.texts.marks.comma);
  return versions.map((version) => {
    const form = formOf(version);
    const last = before(version);
    const title = `${units[version.department] ?? version.department}\u3000${t('pages:visit.form', { version: version.version })}`;
    return {
      id: `form-${version.department}-${version.version}`,
      title,
      by: [
        t('pages:visit.enteredBy', { name: version.enteredBy ?? '', at: formatDateTime(version.enteredAt) }),
        version.reason && t('pages:visit.changedBecause', { reason: version.reason }),
      ]
        .filter(Boolean)
        .join(marks.comma),
      changes: last ? recordChanges(said(formOf(last)), said(form)) : [],
      rows: factRows(context, form),
      table: {
        id: `items-${version.department}-${version.version}`,
        caption: `${title}\u3000${t('pages:check.items')}`,
        stacked: true,
        columns: ['item', 'finding', 'problem', 'handling'].map((field) => ({ text: t(`${fields}.${field}.label`) })),
        rows: itemsOf(form),
      },
      files: files
        .filter((file) => form.attachments?.includes(file.id))
        .map((file) => ({
          name: file.name,
          size: file.size,
          href: pathTo('file', { id: file.id }),
          picture: isShownPicture(file.name),
          note: fileRemark(world.views.texts, file),
        })),
      earlier: earlier(version),
    };
  });
}

function factRows({ world }: FactsContext, form: Form): Row[] {
  const { t, marks, formatDate } = world.views.texts;
  const evidence = [form.evidencePlace, form.evidenceTime, form.evidenceWitness].filter((part) => part !== undefined);
  return [
    ...row(t('pages:visit.result'), form.code && t(`cases:codes.${form.code}`)),
    ...row(t(`${fields}.followUp.label`), form.followUp && t(`${fields}.followUp.options.${form.followUp}`)),
    ...row(t(`${fields}.completedOn.label`), formatDate(form.completedOn)),
    ...row(t(`${fields}.earlyReason.label`), form.earlyReason),
    ...row(t(`${fields}.registerNote.label`), form.registerNote),
    ...row(t(`${fields}.itemNote.label`), form.itemNote),
    ...row(
      t(`${fields}.methods.label`),
      form.methods?.map((method) => t(`${fields}.methods.options.${method}`)).join(marks.list),
    ),
    ...row(t(`${fields}.objectOpinion.label`), form.objectOpinion),
    ...row(
      t(`${fields}.signature.label`),
      form.signature &&
        [t(`${fields}.signature.options.${form.signature}`), form.signatureNote]
          .filter((part) => part !== undefined)
          .join(marks.colon),
    ),
    ...row(t('pages:visit.evidence'), evidence),
    ...row(t(`${fields}.restsOn.label`), form.restsOn),
    ...row(t(`${fields}.evidenceRecord.label`), form.evidenceRecord),
  ];
}

function itemRows(
  { t }: FactsContext,
  form: Form,
  names: Record<string, string>,
  changed: (code: string) => string | undefined,
) {
  const finding = (value: string) => ({ tag: { text: t(`${fields}.finding.options.${value}`), status: value } });
  const lines = (form.rows ?? []).map((line) => ({
    cells: [
      { text: names[line.item] ?? line.item, hint: changed(line.item) },
      finding(line.finding),
      { text: line.problem ?? '' },
      { text: line.handling ?? '' },
    ],
  }));
  if (!form.otherProblem) return lines;
  return [
    ...lines,
    {
      cells: [
        { text: t(`${fields}.otherProblem.label`) },
        finding('problem'),
        { text: form.otherProblem },
        { text: '' },
      ],
    },
  ];
}

/** Every field and item of a record with what it says. */
function saidIn(facts: Row[], items: Table['rows'], comma: string): Map<string, string> {
  const cellText = (cell: Table['rows'][number]['cells'][number]) => cell.text ?? cell.tag?.text ?? '';
  return new Map([
    ...facts.map(({ key, value }): [string, string] => [key.text, value.text ?? value.lines?.join(comma) ?? '']),
    ...items.map(({ cells: [item, ...rest] }): [string, string] => [
      item?.text ?? '',
      rest.map(cellText).filter(Boolean).join(comma),
    ]),
  ]);
}
