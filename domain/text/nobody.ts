import { normalForm } from './normal-form';

const words = new Set(
  [
    '无',
    '没有',
    '没',
    '未有',
    '暂无',
    '无回避',
    '无回避单位',
    '不涉及',
    '不适用',
    '无需回避',
    '空',
    '-',
    '--',
    '---',
    '/',
    '\\',
    '\\\\',
    '//',
    'none',
    'no',
    'n/a',
    'na',
    'null',
    'nil',
    'nothing',
    '否',
    '零',
    '皆无',
    '均无',
    '全无',
    '暫無',
    '无无',
    '0',
    '〇',
    '×',
    'x',
    '.',
    '。',
    '…',
    '……',
    '_',
    '*',
  ].map(normalForm),
);

/** Signs around and between such words. What asks instead of saying, such as ？ or 〃, is none of them. */
const around = /[()"'<>.,;!…。，、；！~\-/\\|_*·:：]/gu;
/**
 * 无 in as many words: 暂时没有, 无需要回避的单位, 无利害关系情形. Whatever names something beside these words is a name, and is
 * kept for a person to look into.
 */
const sentence =
  /^(?:目前|现|暂时?|经自查|本人)*(?:无|沒有|没有|無|未有|不存在|没|未发现|不)+(?:任何|相关|需要?|须要?|应当?|必要|申报)*的?(?:回避|利害关系|关联关系|亲属关系|关系|申报|涉及|适用)*的?(?:单位|企业|公司|对象|情形|情况|事项|关系|人员|名单)*$/u;

/** Whether what stands in a cell says that there is none: 无, 没有, a dash, a stroke, nothing. */
export const namesNobody = (text: string): boolean => {
  const form = normalForm(text);
  if (form === '' || words.has(form)) return true;
  const bare = form.replace(around, '');
  return bare === '' || words.has(bare) || sentence.test(bare);
};
