import { readPdf, wordsOf } from './read-pdf';
import { openRenderer } from './renderer';
import { samples } from './samples';

const renderer = openRenderer();
afterAll(() => renderer.close());

async function wordsOfPaper(pdf: Promise<Buffer>): Promise<string> {
  return wordsOf((await readPdf(await pdf)).pages);
}

describe('record form', () => {
  test('has the items of its object and of no other, though printed in the same batch', async () => {
    const items = [[{ item: '登记事项检查' }], [{ item: '广告行为检查' }, { item: '价格行为检查' }]];
    const forms = items.map((rows, index) => ({ ...samples['record-form'], formNumber: `FORM-${index}`, items: rows }));
    const { pdf } = await renderer.renderBatch('record-form', forms, () => undefined);
    const { pages } = await readPdf(pdf as Buffer);
    const of = (form: number) => wordsOf(pages.filter((page) => wordsOf([page]).includes(`FORM-${form}`)));
    expect(of(0)).toContain('登记事项检查');
    expect(of(0)).not.toMatch(/广告行为检查|价格行为检查/);
    expect(of(1)).toMatch(/广告行为检查.*价格行为检查/);
    expect(of(1)).not.toContain('登记事项检查');
  });

  test('names both officers with their certificates and is refused with one', async () => {
    const form = samples['record-form'];
    const words = await wordsOfPaper(renderer.render('record-form', form));
    for (const officer of form.officers) expect(words).toMatch(new RegExp(`${officer.name}.*${officer.certificate}`));
    await expect(
      renderer.render('record-form', { ...form, officers: form.officers.slice(0, 1) }),
    ).rejects.toMatchObject({ code: 'DOCUMENT_DATA_INVALID' });
  });

  test('has room for other problems, and ticks exactly what was found', async () => {
    const form = samples['record-form'];
    expect(await wordsOfPaper(renderer.render('record-form', form))).toContain('其他问题');
    expect((await wordsOfPaper(renderer.render('record-form', form))).match(/√/g)).toBeNull();
    const items = form.items.map((item) => ({ ...item, finding: 'inOrder' as const }));
    const filled = await wordsOfPaper(
      renderer.render('record-form', { ...form, items, methods: ['onSite'], result: '1', followUp: 'none' }),
    );
    expect(filled.match(/√/g)).toHaveLength(items.length + 3);
    expect(filled).toMatch(/√实地检查/);
  });

  test('carries its number and object on every page', async () => {
    const items = Array.from({ length: 24 }, (_, index) => ({ item: `检查事项甲${index}` }));
    const { pages } = await readPdf(await renderer.render('record-form', { ...samples['record-form'], items }));
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) {
      expect(wordsOf([page])).toContain(samples['record-form'].formNumber);
      if (/检查事项甲/.test(wordsOf([page]))) expect(wordsOf([page])).toContain('检查事项及内容');
    }
  });
});

describe('consultation letter', () => {
  test.each([
    ['agreed', '视为无意见，并如实记入办理过程'],
    ['leader', '不视为无意见，将提请你们主要负责人答复'],
    ['blocks', '不视为无意见，收到复函前不提请审定'],
  ] as const)('prints what silence means: %s', async (silence, meaning) => {
    const words = await wordsOfPaper(
      renderer.render('consultation-letter', { ...samples['consultation-letter'], silence }),
    );
    expect(words).toContain(meaning);
    expect(words.match(/逾期未反馈的，/g)).toHaveLength(1);
  });

  test('gives the term with its day, or says that the calendar is not yet published', async () => {
    const letter = samples['consultation-letter'];
    expect(await wordsOfPaper(renderer.render('consultation-letter', letter))).toContain(
      '5个工作日内（2026年11月30日前）',
    );
    const pending = await wordsOfPaper(
      renderer.render('consultation-letter', { ...letter, due: { pendingYear: 2027 } }),
    );
    expect(pending).toContain('2027年工作日历公布后');
    expect(pending).not.toContain('2026年11月30日');
  });

  test('names what changed since the last round, as it was and as it is, and that nothing did', async () => {
    const letter = samples['consultation-letter'];
    const before = {
      ...letter.scheme,
      windowFrom: '2026-12-01',
      tasks: letter.scheme.tasks.slice(0, 1),
    };
    const health = { items: ['餐饮具集中消毒服务单位检查'], officers: 2, qualifications: [] };
    const since = {
      scheme: before,
      parts: ['tasks' as const, 'window' as const],
      tasks: [{ department: '灌云县卫生健康委员会', was: null, is: health }],
    };
    const words = await wordsOfPaper(renderer.render('consultation-letter', { ...letter, round: 2, since }));
    expect(words).toContain('与第一轮征求意见稿相比');
    expect(words).toContain('灌云县卫生健康委员会，原不参与，现餐饮具集中消毒服务单位检查（不少于2人）');
    expect(words).toContain('原2026年12月1日至2027年1月29日；现2026年12月8日至2027年1月29日');
    const other = { scheme: letter.scheme, parts: ['scope' as const], tasks: [] };
    expect(await wordsOfPaper(renderer.render('consultation-letter', { ...letter, round: 2, since: other }))).toContain(
      '原对象类型为企业、个体工商户，所属行业为餐饮业，所在区域为伊山镇、侍庄街道，信用风险分类为A类',
    );
    const same = { scheme: letter.scheme, parts: [], tasks: [] };
    expect(await wordsOfPaper(renderer.render('consultation-letter', { ...letter, round: 3, since: same }))).toContain(
      '本轮方案与第二轮征求意见稿相同',
    );
    const untold = { ...letter, round: 2, since: 'notKept' as const };
    expect(await wordsOfPaper(renderer.render('consultation-letter', untold))).toContain(
      '第一轮征求意见函所附工作方案未在系统中留存，本轮修改之处无法逐项列出',
    );
  });

  test('says which round it is from the second on', async () => {
    const letter = samples['consultation-letter'];
    expect(await wordsOfPaper(renderer.render('consultation-letter', letter))).not.toContain('轮）');
    expect(await wordsOfPaper(renderer.render('consultation-letter', { ...letter, round: 2 }))).toContain('（第二轮）');
  });
});

describe('reply, decision, notices', () => {
  test('an objection without reasons is no reply', async () => {
    const reply = { ...samples['consultation-reply'], verdict: 'object' as const };
    expect(await wordsOfPaper(renderer.render('consultation-reply', reply))).toMatch(/不同意.*不同意的理由如下/);
    await expect(renderer.render('consultation-reply', { ...reply, reasons: [] })).rejects.toMatchObject({
      code: 'DOCUMENT_DATA_INVALID',
    });
  });

  test('an approval names its basis and conditions, and is refused without', async () => {
    const decision = samples.decision;
    const words = await wordsOfPaper(renderer.render('decision', decision));
    expect(words).toContain('根据2026年11月28日联席会议纪要（第3期），审定意见为：原则同意，附修改意见。');
    expect(words).toMatch(/关于.*工作方案的复函.*特此函复。/);
    expect(words).not.toMatch(/批准|审批/);
    for (const condition of decision.conditions ?? []) expect(words).toContain(condition);
    await expect(renderer.render('decision', { ...decision, basis: null })).rejects.toMatchObject({
      code: 'DOCUMENT_DATA_INVALID',
    });
    await expect(renderer.render('decision', { ...decision, conditions: [] })).rejects.toMatchObject({
      code: 'DOCUMENT_DATA_INVALID',
    });
    const returned = await wordsOfPaper(
      renderer.render('decision', {
        ...decision,
        outcome: 'return',
        basis: null,
        conditions: [],
        reason: '抽取比例与规定不符。',
      }),
    );
    expect(returned).toMatch(/审定意见为：退回修改.*理由：抽取比例与规定不符/);
  });

  test('the inspection notice names every department with two officers, the materials once, and the rights of the firm', async () => {
    const notice = samples['inspection-notice'];
    const words = await wordsOfPaper(renderer.render('inspection-notice', notice));
    for (const { officers } of notice.departments) for (const { name } of officers) expect(words).toContain(name);
    for (const material of notice.materials ?? []) expect(words.split(material)).toHaveLength(2);
    expect(words).toMatch(/有权拒绝检查.*直接利害关系或者有其他关系可能影响公正执法.*申请回避.*陈述、申辩/);
    expect(words).toContain('方式：实地检查依据：《中华人民共和国食品安全法》第一百一十条');
    expect(words).toContain('电话：0518-88000000');
    await expect(
      renderer.render('inspection-notice', { ...notice, contact: { person: '沈穗', phone: '见公开电话' } }),
    ).rejects.toMatchObject({ code: 'DOCUMENT_DATA_INVALID' });
  });

  test('a notice has the place of each department’s seal, whom to complain to, and what inspectors must not do', async () => {
    const notice = samples['inspection-notice'];
    const departments = notice.departments.map((one, index) => ({
      ...one,
      phone: `0518-8800000${index}`,
      nth: index + 1,
    }));
    const words = await wordsOfPaper(
      renderer.render('inspection-notice', { ...notice, departments, conduct: ['不得吃拿卡要', '不得变相检查'] }),
    );
    expect(words).toMatch(/第1次检查投诉电话：0518-88000000.*第2次检查投诉电话：0518-88000001/);
    expect(words).toMatch(/五、对检查人员的要求不得吃拿卡要。不得变相检查。/);
    expect(words).toMatch(/灌云县市场监督管理局（印章）灌云县卫生健康委员会（印章）2026年12月10日/);
  });

  test('one reason is no list, and the reply names the round of the letter', async () => {
    const reply = { ...samples['consultation-reply'], verdict: 'object' as const, reasons: ['执法人员安排不开'] };
    const letter = { ...reply.letter, round: 2 };
    const words = await wordsOfPaper(renderer.render('consultation-reply', { ...reply, letter }));
    expect(words).toContain('意见的函（第二轮）》（灌市监函〔2026〕18号）');
    expect(words).toContain('如下：执法人员安排不开。特此函复。');
  });

  test('a number of fifteen digits is a registration number, never a credit code', async () => {
    const object = { ...samples['inspection-notice'].object, code: '320723600012345' };
    for (const kind of ['inspection-notice', 'record-form', 'referral-letter'] as const) {
      const words = await wordsOfPaper(renderer.render(kind, { ...samples[kind], object } as never));
      expect(words).toMatch(/注册号：?320723600012345/);
      expect(words).not.toContain('统一社会信用代码');
    }
  });

  test('pages of a dossier that nobody counted are left to be written', async () => {
    const letter = samples['referral-letter'];
    const dossier = [{ title: '检查记录表', number: 'X-1', date: '2026-12-15' }];
    const words = await wordsOfPaper(renderer.render('referral-letter', { ...letter, dossier }));
    expect(words).toContain('检查记录表X-12026年12月15日以上材料共1件');
  });

  test('a result withheld by law says by which', async () => {
    const notice = {
      ...samples['result-notice'],
      publicationDue: null,
      withheldBasis: '《中华人民共和国保守国家秘密法》第二十七条',
    };
    expect(await wordsOfPaper(renderer.render('result-notice', notice))).toContain(
      '根据《中华人民共和国保守国家秘密法》第二十七条，本结果不予公示',
    );
  });

  test('an equal is asked, never ordered, and inside one unit there is no letter', async () => {
    const words = await wordsOfPaper(renderer.render('referral-letter', samples['referral-letter']));
    expect(words).toContain('请依职权处理，结果请函告我局。特此函达。');
    expect(words).not.toMatch(/你单位|签收/);
    const transfer = await wordsOfPaper(renderer.render('clue-transfer', samples['clue-transfer']));
    expect(transfer).toContain('线索移送单');
    expect(transfer).not.toMatch(/函|你局/);
  });

  test('one letter goes to all who are asked, half a page with its signature, the scheme as its enclosure', async () => {
    const { pages } = await readPdf(await renderer.render('consultation-letter', samples['consultation-letter']));
    const first = wordsOf(pages.slice(0, 1));
    expect(first).toMatch(
      /灌云县卫生健康委员会、灌云县消防救援大队：.*特此函达，请予函复。附件：.*灌云县市场监督管理局2026年11月23日/,
    );
    expect(first).not.toContain('抽查对象范围');
    expect(wordsOf(pages.slice(1))).toMatch(/^.*附件.*工作方案（征求意见稿）.*一、抽查对象范围/);
  });

  test('forms have lines for who wrote them down and who witnessed', async () => {
    for (const kind of ['record-form', 'onsite-record'] as const)
      expect(await wordsOfPaper(renderer.render(kind, samples[kind]))).toMatch(/记录人.*见证人/);
  });

  test('the referral lists its dossier', async () => {
    const letter = samples['referral-letter'];
    const words = await wordsOfPaper(renderer.render('referral-letter', letter));
    for (const entry of letter.dossier) expect(words).toContain(entry.title);
    expect(words).toContain(`共${letter.dossier.length}件`);
  });
});
