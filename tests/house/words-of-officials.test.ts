import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const templates = join(__dirname, '..', '..', 'templates');

/** Words that officials do not use of these things, and what they say instead. */
const wrongWords: [wrong: RegExp, right: string][] = [
  [/案件/, '办件、任务'],
  [/(?<!整改、)立案/, '登记'],
  [/提交审批|审批决定|待审批|审批延期|审批依据/, '提请审定、审定意见'],
  [/(?<!公示)审批(?!表|局)/, '审定'],
  [/批准/, '同意、原则同意'],
  [/(?<!修改|视为无|，有修改)有意见(?!或)|（同意，并提出意见）/, '原则同意，有修改意见'],
  [/视为同意/, '视为无意见'],
  [/常设/, '联席会议授权'],
  [/纪要文号/, '纪要编号（第×期）'],
  [/[ABCD]级|风险等级|未定等级/, 'A类（信用风险低）、信用风险分类'],
  [/万分比/, '%'],
  [/"[1A-F6-9]\d? (未发现|发现|未按规定|公示信息|通过登记|已关闭|不配合|注销|被|迁出)/, '检查结果的文字，不带代码'],
  [/实地核查/, '实地检查'],
  [/冻结/, '锁定'],
  [/名单根|回避根|"prkHash": "prkHash"/, '校验码'],
  [/流程异常|存证哈希|开始计时/, '办公用语'],
  [/公示队列/, '待公示结果'],
  [/撤下/, '撤销公示'],
  [/固定证据移交/, '固定证据后移送办案机构'],
  [/转日常监管/, '反馈日常监管部门处理'],
  [/联合惩戒/, '失信惩戒'],
  [/无人在场签字/, '当事人不在场'],
  [/被检查对象签字/, '被检查单位（当事人）签字或者盖章'],
  [/处置中|处置状态/, '后续处理中'],
  [/(?<!会议)办公室负责人/, '联席会议办公室主任'],
  [/县双随机联席/, '县“双随机、一公开”监管联席会议办公室'],
  [/检查对象库|(?<!名录)检查人员库/, '检查对象名录库、执法检查人员名录库'],
  [/"在业"|在营/, '存续（在业）'],
  [/现场检查笔录/, '现场笔录'],
  [/你单位办理|请签收/, '请依职权处理'],
];

const files = readdirSync(templates, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(json|hbs)$/.test(entry.name) && !/locales\/en/.test(entry.parentPath))
  .map((entry) => join(entry.parentPath, entry.name));

test.each(wrongWords)('no page and no paper says %s', (wrong) => {
  expect(files.length).toBeGreaterThan(50);
  const said = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => wrong.test(line))
      .map((line) => `${file.slice(templates.length + 1)}: ${line.trim()}`),
  );
  expect(said).toEqual([]);
});
