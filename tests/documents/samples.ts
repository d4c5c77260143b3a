import type { DocumentInput, DocumentKind } from '../../domain/documents/kinds';

const object = {
  name: '灌云县伊山镇春和餐饮店',
  code: '91320723MA1A000165',
  address: '江苏省连云港市灌云县伊山镇胜利路128号',
  legalRepresentative: '周禾',
  contact: '周禾 13900000001',
  status: 'active' as const,
};
const check = { number: '320723-2026-L0007', title: '2026年第四季度餐饮服务单位部门联合抽查' };
const contact = { person: '沈穗', phone: '0518-88000000' };
const market = [
  { name: '陆知行', certificate: '苏07230001' },
  { name: '何以宁', certificate: '苏07230002' },
];
const health = [
  { name: '唐砚秋', certificate: '苏07231101' },
  { name: '许安澜', certificate: '苏07231102' },
];
const demonstration = true;

const scheme = {
  check,
  lead: '灌云县市场监督管理局',
  purpose: '',
  tasks: [
    {
      department: '灌云县市场监督管理局',
      items: [
        { name: '餐饮服务食品安全监督检查', basis: '《中华人民共和国食品安全法》第一百一十条' },
        { name: '登记事项检查', basis: '《市场主体登记管理条例》第三十八条' },
      ],
      officers: 2,
      qualifications: ['食品安全检查员'],
    },
    {
      department: '灌云县卫生健康委员会',
      items: [{ name: '餐饮具集中消毒服务单位检查', basis: '《中华人民共和国食品安全法》第五十八条' }],
      officers: 2,
    },
  ],
  scope: {
    kinds: ['enterprise' as const, 'individualBusiness' as const],
    industries: ['餐饮业'],
    divisions: ['伊山镇', '侍庄街道'],
    riskClasses: ['A' as const, 'B' as const, 'C' as const, 'D' as const],
  },
  objectsInScope: 1286,
  strata: [
    { scale: 'general' as const, grade: 'A' as const, basisPoints: 100 },
    { scale: 'general' as const, grade: 'B' as const, basisPoints: 250 },
    { scale: 'general' as const, grade: 'C' as const, basisPoints: 1000 },
    { scale: 'general' as const, grade: 'D' as const, count: 12 },
  ],
  windowFrom: '2026-12-08',
  windowTo: '2027-01-29',
  objectsPerTrip: 3,
};

/** One plausible paper of each kind; firms and people are invented. */
export const samples: { [K in DocumentKind]: DocumentInput<K> } = {
  'consultation-letter': {
    issuer: '灌云县市场监督管理局',
    number: '灌市监函〔2026〕18号',
    date: '2026-11-23',
    demonstration,
    own: '局',
    addressees: ['灌云县卫生健康委员会', '灌云县消防救援大队'],
    round: 1,
    scheme,
    workingDays: 5,
    due: { date: '2026-11-30' },
    silence: 'leader',
    contact,
  },
  'consultation-reply': {
    issuer: '灌云县卫生健康委员会',
    number: '灌卫健函〔2026〕9号',
    date: '2026-11-26',
    demonstration,
    addressee: '灌云县市场监督管理局',
    own: '委',
    theirs: '局',
    letter: { number: '灌市监函〔2026〕18号', date: '2026-11-23' },
    check,
    verdict: 'agreeWithComments',
    reasons: [
      '餐饮具集中消毒服务单位数量较少，建议对该类对象不分信用风险等级，按数量抽取。',
      '12月下旬我委承担年度督导任务，建议现场检查安排在12月18日以前。',
    ],
  },
  decision: {
    issuer: '灌云县“双随机、一公开”监管联席会议办公室',
    own: '办',
    theirs: '局',
    number: '灌双随机办函〔2026〕7号',
    date: '2026-12-02',
    demonstration,
    addressee: '灌云县市场监督管理局',
    check,
    proposedOn: '2026-12-01',
    outcome: 'approveWithConditions',
    basis: { kind: 'minutes', number: '第3期', date: '2026-11-28' },
    conditions: [
      '餐饮具集中消毒服务单位按数量抽取，不少于3户。',
      '对近三个月内已接受过其他部门检查的对象，不再列入本次抽查。',
    ],
    copies: ['灌云县卫生健康委员会', '灌云县人民政府办公室'],
  },
  'work-plan': {
    issuer: '灌云县市场监督管理局',
    number: '灌市监发〔2026〕42号',
    date: '2026-12-04',
    demonstration,
    addressees: ['灌云县卫生健康委员会'],
    approval: { number: '灌双随机办函〔2026〕7号', date: '2026-12-02' },
    publicationDays: 20,
    scheme,
    schedule: [
      { stage: '抽取', from: '2026-12-08', to: '2026-12-09', work: '从名录库中随机抽取检查对象和执法检查人员。' },
      { stage: '检查', from: '2026-12-10', to: '2027-01-22', work: '发出检查通知，联合实施现场检查，填写检查记录。' },
      { stage: '公示', from: '2026-12-10', to: '2027-01-29', work: '各部门录入、审核并公示检查结果，开展后续处理。' },
    ],
    duties: [
      { department: '灌云县市场监督管理局', duty: '牵头组织抽查，检查食品安全和登记事项，汇总检查情况。' },
      { department: '灌云县卫生健康委员会', duty: '检查餐饮具集中消毒服务单位，公示本部门检查结果。' },
    ],
    teams: [
      { department: '灌云县市场监督管理局', officers: market },
      { department: '灌云县卫生健康委员会', officers: health },
    ],
    requirements: ['严守廉洁纪律，不得向检查对象收取任何费用，不得影响其正常经营。'],
    contact,
    copies: ['灌云县“双随机、一公开”监管联席会议办公室'],
  },
  'inspection-notice': {
    issuer: '灌云县市场监督管理局',
    number: '灌市监检通〔2026〕31号',
    date: '2026-12-10',
    demonstration,
    check,
    visitNumber: '320723-2026-0007-0012',
    object,
    inspectionDate: '2026-12-15',
    timeOfDay: '上午9时',
    departments: [
      {
        department: '灌云县市场监督管理局',
        items: [
          { name: '餐饮服务食品安全监督检查', basis: '《中华人民共和国食品安全法》第一百一十条', method: '实地检查' },
          { name: '登记事项检查', basis: '《市场主体登记管理条例》第三十八条', method: '实地检查' },
        ],
        officers: market,
      },
      { department: '灌云县卫生健康委员会', items: [{ name: '餐饮具集中消毒服务单位检查' }], officers: health },
    ],
    materials: ['营业执照', '食品经营许可证', '从业人员健康证明', '餐饮具消毒记录或者集中消毒服务合同'],
    contact,
  },
  'record-form': {
    demonstration,
    check,
    formNumber: '320723-2026-0007-0012-SCJG',
    department: '灌云县市场监督管理局',
    object,
    items: [
      {
        item: '餐饮服务食品安全监督检查',
        content:
          '许可证是否在有效期内；从业人员是否持有效健康证明；食品原料进货查验记录是否完整；餐饮具是否按规定清洗消毒。',
      },
      { item: '登记事项检查', content: '营业执照公示、名称规范使用、住所（经营场所）与登记是否一致。' },
    ],
    officers: market,
    taskUrl: 'https://ssj.example.gov.cn/visits/320723-2026-0007-0012',
  },
  'onsite-record': {
    number: '320723-2026-0007-0012-SCJG-1',
    demonstration,
    department: '灌云县市场监督管理局',
    check,
    object,
    officers: market,
    present: { name: '', position: '', phone: '' },
  },
  'result-notice': {
    issuer: '灌云县市场监督管理局',
    number: '灌市监告〔2026〕56号',
    date: '2026-12-18',
    demonstration,
    check,
    object,
    own: '局',
    inspectedOn: '2026-12-15',
    publicationDays: 20,
    items: ['餐饮服务食品安全监督检查', '登记事项检查'],
    result: 'A',
    problems: ['两名从业人员健康证明已过有效期。', '12月3日至7日进货查验记录缺失。'],
    followUp: 'orderCorrection',
    correctBy: '2026-12-31',
    publicationDue: { date: '2027-01-13' },
    contact,
  },
  'referral-letter': {
    issuer: '灌云县市场监督管理局',
    number: '灌市监移〔2026〕4号',
    date: '2026-12-21',
    demonstration,
    own: '局',
    theirs: '大队',
    referralKind: 'crossNotice',
    addressee: '灌云县消防救援大队',
    check,
    object,
    inspectedOn: '2026-12-15',
    facts:
      '检查时发现，该单位二楼包间疏散通道堆放桌椅，安全出口标志灯损坏一处。\n检查人员已当场拍照，并由该单位负责人签字确认。',
    legalBasis: '《中华人民共和国消防法》第二十八条、第五十三条。',
    dossier: [
      { title: '检查记录表', number: '320723-2026-0007-0012-SCJG', date: '2026-12-15', pages: 2 },
      { title: '现场笔录', number: '320723-2026-0007-0012-SCJG-1', date: '2026-12-15', pages: 2 },
      { title: '现场照片', pages: 4 },
    ],
    contact,
  },
  'clue-transfer': {
    issuer: '灌云县市场监督管理局',
    number: '灌市监移〔2026〕4号',
    date: '2026-12-21',
    demonstration,
    own: '局',
    theirs: '大队',
    referralKind: 'caseUnit',
    addressee: '灌云县市场监督管理局',
    check,
    object,
    inspectedOn: '2026-12-15',
    facts:
      '检查时发现，该单位二楼包间疏散通道堆放桌椅，安全出口标志灯损坏一处。\n检查人员已当场拍照，并由该单位负责人签字确认。',
    legalBasis: '《中华人民共和国消防法》第二十八条、第五十三条。',
    dossier: [
      { title: '检查记录表', number: '320723-2026-0007-0012-SCJG', date: '2026-12-15', pages: 2 },
      { title: '现场笔录', number: '320723-2026-0007-0012-SCJG-1', date: '2026-12-15', pages: 2 },
      { title: '现场照片', pages: 4 },
    ],
    contact,
  },
};
