import { join } from 'node:path';
import { findingWords } from '../../api/pages/registers/finding-words';
import { languages } from '../../api/views/language';
import { createTexts } from '../../api/views/texts';
import {
  codeReasons,
  dateReasons,
  inspectorReasons,
  objectReasons,
  rowReasons,
  withAlso,
  type Reason,
} from '../../domain/registers/import-reasons';

const texts = createTexts(join(__dirname, '..', '..', 'templates', 'locales'), 'throw');
const groups = {
  row: rowReasons,
  code: codeReasons,
  date: dateReasons,
  object: objectReasons,
  inspector: inspectorReasons,
};
type Made = (...values: unknown[]) => Reason;

/** Every reason of a file's findings with sample values, under the code that it must have. */
const reasons = Object.entries(groups).flatMap(([group, all]) =>
  Object.entries(all as Record<string, Reason | Made>).map(([name, reason]): [string, Reason] => [
    `${group}.${name}`,
    typeof reason === 'function' ? reason(...samplesOf(reason)) : reason,
  ]),
);

function samplesOf(reason: Made): unknown[] {
  const source = /^\(?([^)=]*)/.exec(reason.toString())?.[1] ?? '';
  return source.split(',').map((given) => {
    const name = given.trim();
    if (name === 'sign') return 'slash';
    if (['missing', 'marks', 'characters', 'visits', 'names'].includes(name)) return ['甲', '乙'];
    return ['row', 'count', 'limit', 'length', 'place'].includes(name) ? 3 : '甲';
  });
}

test.each(reasons)('%s is said in every language, with what it is about', (code, reason) => {
  expect(reason.code).toBe(code);
  for (const language of languages) {
    const said = findingWords(texts.in(language)).reason(reason);
    expect(said).not.toMatch(/\{\{|undefined/);
    // What a file itself says stays as it is.
    const own = Object.values(reason.values ?? {})
      .flat()
      .map(String);
    const ours = own.reduce((text, value) => text.replaceAll(value, ''), said);
    if (language !== 'zh-CN') expect(ours).not.toMatch(/\p{Script=Han}/u);
  }
});

test('each text of a finding belongs to a reason', () => {
  const known = new Set(reasons.map(([code]) => code));
  const said = texts
    .keys()
    .flatMap((key) => /^findings:((?:row|code|date|object|inspector)\..+)$/.exec(key)?.[1] ?? []);
  expect(said.filter((code) => !known.has(code))).toEqual([]);
});

test('what stands behind a reason is said behind it, in the marks of the language', () => {
  const gone = withAlso(withAlso(inspectorReasons.left, inspectorReasons.openVisits(['甲'])), rowReasons.affirmed);
  expect(findingWords(texts).reason(gone)).toBe(
    '已离开人员不得进入抽取池；有1项检查任务未完成，须先安排：甲；导入人已确认',
  );
  expect(findingWords(texts.in('en')).reason(gone)).toBe(
    'Who has left is in no pool; 1 visit is still to be made and has to be arranged first: 甲; affirmed by the person who loaded it',
  );
});
