import fc from 'fast-check';
import { givenText } from '../../../domain/text/given-text';
import { marksOf, withoutMarks } from '../../../domain/text/invisible-marks';
import { namesNobody } from '../../../domain/text/nobody';
import { codeForm, normalForm, sameText } from '../../../domain/text/normal-form';
import { privateCharacters } from '../../../domain/text/private-twins';

describe('two texts are one where a reader sees one', () => {
  test.each([
    ['brackets of both widths', '灌云测例（八〇三）中心', '灌云测例(八〇三)中心'],
    ['brackets of other shapes', '灌云〔甲〕【乙】', '灌云(甲)[乙]'],
    ['width of letters and digits', 'ＡＢＣ１２３店', 'abc123店'],
    ['spaces of every width', ' 灌云　测例\u00a0一\u2009号 ', '灌云测例一号'],
    ['an invisible mark', '灌云测例\u200b七\u2060〇\u00ad一\u3164号\u{e0100}', '灌云测例七〇一号'],
    ['a mark that turns the reading', '灌云\u202e测例\u2066', '灌云测例'],
    ['a twin of private use', '灌云\ue863记', '灌云䶮记'],
    ['a compatibility ideograph', '灌云\uf9dc昌', '灌云隆昌'],
    ['a compatibility ideograph of the supplement', '\u{2f804}', '\u4f60'],
    ['a radical for its character', '⻰⼈⺠⾥⻢', '龙人民里马'],
    ['dots of names', '阿布都·测试', '阿布都•测试'],
    ['dots of names in Japanese sets', '阿布都・测试', '阿布都･测试'],
    ['dots of names as keyboards give them', '阿布都.测试。甲˙乙', '阿布都．测试｡甲·乙'],
    ['dashes', '灌云-一—二', '灌云－一–二'],
    ['case', 'Kfc', 'KFC'],
    ['the circle for zero', '八○一', '八〇一'],
    ['quotation marks', '“灌云”店', '"灌云"店'],
    ['vertical forms', '灌云︵甲︶', '灌云(甲)'],
    ['numbers in brackets', '㈠号店', '(一)号店'],
    ['Roman numerals', 'Ⅱ号店', 'II号店'],
    ['composed letters', 'Cafe\u0301', 'CAFÉ'],
  ])('%s', (_what, one, other) => {
    expect(normalForm(one)).toBe(normalForm(other));
    expect(sameText(one, other)).toBe(true);
  });

  test.each([
    ['灌云测例一号', '灌云测例二号'],
    ['①号店', '1号店'],
    ['3.5号店', '35号店'],
    ['A.B店', 'A·B店'],
    ['10²店', '102店'],
    ['½店', '12店'],
    ['㎡', 'm2'],
    ['隆昌', '陇昌'],
    ['未', '末'],
    ['甲·乙', '甲乙'],
    ['甲（乙）', '甲乙'],
  ])('%s is not %s', (one, other) => expect(normalForm(one)).not.toBe(normalForm(other)));

  test('the form of a form is itself, and no mark or space is in it', () => {
    const odd = '（）㈠⑴︵﹙\u200b\ue863\uf9dcⅡﬃİßΣς⺠〇○·・“”—～ ａＡ\u3000\u00ad';
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...odd), fc.string({ unit: 'binary', maxLength: 3 }))), (parts) => {
        const form = normalForm(parts.join(''));
        expect(normalForm(form)).toBe(form);
        expect(form).not.toMatch(/[\s\p{Default_Ignorable_Code_Point}\p{Cf}]/u);
      }),
      { numRuns: 500 },
    );
    for (const [from, to] of [
      [0, 0x3400],
      [0xa640, 0xac00],
      [0xe000, 0x10000],
      [0x1d400, 0x1f200],
    ] as const)
      for (let code = from; code < to; code += 1) {
        const form = normalForm(String.fromCodePoint(code));
        if (normalForm(form) !== form) throw new Error(`U+${code.toString(16)} has no steady form`);
      }
  });

  test('what stands in the database was made by this function: a change of it comes with a migration and these lines', () => {
    expect(normalForm('灌云县 ＡＢＣ（测例）“甲·乙”—㈡号○\ue863\uf9dc⺠')).toBe(
      '灌云县abc(测例)"甲·乙"-(二)号〇䶮隆民',
    );
  });
});

test('a code is compared in capitals and without what spreadsheets leave', () => {
  expect(codeForm(" '９１320723marw 0105\u200b9w")).toBe('91320723MARW01059W');
});

test('what is kept of a text has no invisible mark, and every character that people see', () => {
  expect(givenText('灌云\u200b测例\u{e0100}')).toBe('灌云测例');
  expect(givenText('\uf9dc昌 e\u0301（A）')).toBe('\uf9dc昌 é（A）');
  expect(givenText('甲\u2028乙')).toBe('甲\n乙');
  expect(marksOf('甲\u200b乙\u3164\u200b\u2028')).toEqual(['U+200B', 'U+3164', 'U+2028']);
  expect(marksOf('灌云𠮷行（甲）')).toEqual([]);
  expect(withoutMarks('𠮷\u{e0100}')).toBe('𠮷');
});

test('characters of private use are named by place, with the one that is meant where it is known', () => {
  expect(privateCharacters('灌云\ue863记')).toEqual([{ place: 3, codePoint: 'U+E863', proposed: '䶮' }]);
  expect(privateCharacters('𠮷\ue000')).toEqual([{ place: 2, codePoint: 'U+E000', proposed: undefined }]);
  expect(privateCharacters('\ue816')[0]?.proposed).toBe('𠂇');
  expect(privateCharacters('灌云䶮记')).toEqual([]);
});

const nobody =
  '无 没有 — —— / － N/A 暂无 无。 （无） 【无】 n.a. Nil 暂时没有 无须回避 不需要回避 无回避情形 没有需要回避的单位 无利害关系 否 不回避 無 沒有 “无” 无； —无—';
test.each(['', ' ', '\u3000', '\u200b', '——  ——', ...nobody.split(' ')])('%j names nobody', (text) =>
  expect(namesNobody(text)).toBe(true),
);
// What asks, points elsewhere or is part of a name is kept for a person to look into.
const somebody =
  '无锡甲公司 空港物流 没有名饭店 91320723MARW01059W /甲 ？ 〃 同上 待定 不详 无名 不二家 无印良品 无限公司 无需求公司 无企业家协会 无单位食堂 全无忧饭店';
test.each(somebody.split(' '))('%j names somebody', (text) => expect(namesNobody(text)).toBe(false));
