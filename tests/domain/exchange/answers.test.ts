import fc from 'fast-check';
import { readAnswer } from '../../../domain/exchange/read-answer';
import { readStatus } from '../../../domain/exchange/read-status';

const answer = (body: unknown, status = 200) =>
  readAnswer({ status, text: typeof body === 'string' ? body : JSON.stringify(body) });

test.each<[string, unknown, { receiptNo: string | null; receivedAt?: string | null }]>([
  [
    'as agreed',
    { receipt: { receiptNo: 'XY1', receivedAt: '2026-11-30T01:00:00Z' } },
    { receiptNo: 'XY1', receivedAt: '2026-11-30T01:00:00.000Z' },
  ],
  [
    'named otherwise',
    { code: '0', msg: '接收成功', data: { HZ_BH: 'XY2', sj: '2026-11-30 09:00:00' } },
    { receiptNo: 'XY2', receivedAt: '2026-11-30T01:00:00.000Z' },
  ],
  [
    'in Chinese',
    { code: 200, message: '成功', result: { 回执编号: 'HZ-3', 接收时间: 1795914000000 } },
    { receiptNo: 'HZ-3' },
  ],
  ['as a number', { success: true, data: [{ serialNo: 20261130001 }] }, { receiptNo: '20261130001' }],
  ['without any receipt', { success: true, msg: '已接收' }, { receiptNo: null, receivedAt: null }],
  ['with the number of no error', { errcode: 0, errmsg: 'ok' }, { receiptNo: null }],
  ['behind a byte order mark', '\uFEFF{"success":true,"lsh":"8"}', { receiptNo: '8' }],
])('taken, %s: nothing is sent again, and no number is made up', (_name, body, receipt) => {
  expect(answer(body)).toMatchObject({ kind: 'taken', receipt: { ...receipt, alreadyReceived: false } });
});

test.each([200, 409, 422])('a record that it holds already is taken, whatever the status (%i)', (status) => {
  const body = { code: 'ALREADY_RECEIVED', receipt: { receiptNo: 'XY1', receivedAt: '2026-11-30T01:00:00Z' } };
  expect(answer(body, status)).toMatchObject({ kind: 'taken', receipt: { receiptNo: 'XY1', alreadyReceived: true } });
});

test.each<[string, unknown, string, string, number?]>([
  ['no by a flag', { success: false, code: 'E101', msg: '统一社会信用代码不存在' }, 'E101', '统一社会信用代码不存在'],
  ['no by a code of its own', { code: 'E101', msg: '统一社会信用代码不存在' }, 'E101', '统一社会信用代码不存在'],
  [
    'no by the code that says “error” in half of the country',
    { code: 500, msg: '统一社会信用代码不存在' },
    '500',
    '统一社会信用代码不存在',
  ],
  ['no by code 0, where 1 is yes', { code: 0, msg: '目录编码不在清单内' }, '0', '目录编码不在清单内'],
  ['no by code 1, where 0 is yes', { code: 1, msg: '必填项缺失' }, '1', '必填项缺失'],
  [
    'no although HTTP’s own number is repeated',
    { code: 200, success: false, message: '重复的业务编号' },
    '200',
    '重复的业务编号',
  ],
  ['no in an envelope', { head: { errCode: '3001', errMsg: '行政区划无效' }, body: {} }, '3001', '行政区划无效'],
  ['no by an object of errors', { error: { code: 'X1', message: '缺少字段' } }, 'X1', '缺少字段'],
  ['no by its state', { status: 'fail', reason: '日期格式错误' }, 'REFUSED', '日期格式错误'],
  ['no by HTTP', { code: 'NO_SUCH_ITEM', reason: '无此事项' }, 'NO_SUCH_ITEM', '无此事项', 422],
  ['no in plain words', '事项编码不存在', 'HTTP_400', '事项编码不存在', 400],
])('%s: refused at once, in the platform’s words', (_name, body, code, words, status = 200) => {
  expect(answer(body, status)).toEqual({ kind: 'refused', code, words });
});

test.each<[string, unknown, string, number?]>([
  ['a sign-in page', '<!DOCTYPE html><html><head><title>统一身份认证平台</title></head><body></body></html>', 'page'],
  ['a page behind a comment', '<!-- gateway -->\n<html><body>403</body></html>', 'page', 403],
  ['a page that says bad request', '<html><title>HTTP Status 400</title></html>', 'page', 400],
  ['a page that runs a script', '<script>location="/login"</script>', 'page'],
  ['a piece of a page', '<div class="login">请登录</div>', 'page'],
  ['a page made of a frame', '\ufeff<!-- sso -->\n<iframe src="/login"></iframe>', 'page'],
  ['a page of a broken gateway', '<html><title>502 Bad Gateway</title></html>', 'failing', 502],
  ['a redirect', '', 'page', 302],
  ['an address where nothing is', '', 'page', 404],
  ['a session that ran out', { code: 401, msg: '未登录' }, 'credentials'],
  ['a token that ran out', { code: 'TOKEN_EXPIRED', msg: '令牌已过期' }, 'credentials'],
  ['a wrong signature', { success: false, msg: '签名错误' }, 'credentials'],
  ['a wrong key', { code: 'SIGNATURE_WRONG' }, 'credentials', 401],
  ['trouble of its own', { code: 500, msg: '系统繁忙，请稍后再试' }, 'failing'],
  ['too many', { code: 'TOO_MANY' }, 'busy', 429],
])('%s: no record is to blame', (_name, body, fault, status = 200) => {
  expect(answer(body, status)).toMatchObject({ kind: 'fault', fault });
});

test.each<[string, unknown]>([
  ['nothing', ''],
  ['an empty object', {}],
  ['something else', { time: 12 }],
  ['a code without words that is yes for some and no for others', { code: 0 }],
  ['a state that nobody knows', { status: 'processing' }],
  ['a yes and a no with a receipt', { success: false, receiptNo: 'XY1', code: 200 }],
  ['half a text', '{"receipt":'],
])('%s is neither yes nor no, and is not guessed', (_name, body) => {
  expect(answer(body)).toMatchObject({ kind: 'unclear' });
});

test('a refusal that names its authority is no question of signing in', () => {
  expect(answer({ code: 'AUTHORITY_MISSING', msg: '检查机关缺失' })).toMatchObject({ kind: 'refused' });
});

test('no answer whatever breaks the reading, and its words can be kept in a database', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.json()),
      fc.integer({ min: 200, max: 599 }),
      (text, status) => {
        const read = readAnswer({ status, text });
        const words = 'words' in read ? read.words : '';
        expect(words).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        expect(words.length).toBeLessThanOrEqual(1100);
        if (status >= 300) expect(read.kind === 'taken' && !/already_?received/iu.test(text)).toBe(false);
      },
    ),
  );
});

test.each<[unknown, boolean | 'unknown']>([
  [{ held: true, receipt: { receiptNo: 'XY1' } }, true],
  [{ held: false }, false],
  [{ code: 200, data: { exists: true } }, true],
  [{ code: 200, data: { received: false } }, false],
  [{ lsh: 'XY1' }, true],
  [{ code: 200, data: null }, 'unknown'],
  ['<html></html>', 'unknown'],
])('the question whether a record is held, answered by %j: %s', (body, held) => {
  expect(readStatus(typeof body === 'string' ? body : JSON.stringify(body)).held).toBe(held);
});
