import { jsonOf, pageOf, plainWords } from './answer-body';
import { fieldsOf, textOf, type AnswerFields } from './answer-fields';
import { receiptOf } from './answer-receipt';
import type { Receipt } from './message';

/** What a platform said to a record, in our terms; `words` are its own. */
export type PlatformAnswer =
  | { kind: 'taken'; receipt: Receipt }
  /** It looked at this record and does not want it. */
  | { kind: 'refused'; code: string; words: string }
  /** The way to the platform, or the platform itself, is in the way: no record is to blame. */
  | { kind: 'fault'; fault: AnswerFault; words: string }
  /** It answered, and whether it took the record cannot be read from it. */
  | { kind: 'unclear'; words: string };

export type AnswerFault = 'busy' | 'credentials' | 'failing' | 'page';

/** A whole answer of HTTP, its body as text. */
export interface RawAnswer {
  status: number;
  text: string;
  /** Where a redirect points to. */
  location?: string;
}

const busyStatuses = [408, 425, 429];
const credentialStatuses = [401, 403];
/** Nothing of ours is at this address: the address is wrong, not the record. */
const addressStatuses = [404, 405, 410, 501];
/** By our contract: the platform holds this record from an earlier send. */
const received = /^already_?received$/iu;

/**
 * Reads what a platform answered to a record. Nothing is guessed: what names no receipt and says neither yes nor no is
 * `unclear`, and a page of any kind is a fault of the connection, whatever its status.
 */
export function readAnswer(raw: RawAnswer): PlatformAnswer {
  const { status } = raw;
  if (status >= 300 && status < 400) return fault('page', `${status} ${raw.location ?? ''}`.trim());
  const page = pageOf(raw.text);
  if (page !== undefined) return fault(status >= 500 ? 'failing' : 'page', page || `HTTP ${status}`);
  const body = jsonOf(raw.text);
  const fields = fieldsOf(body);
  const words = fields.words ?? (body === undefined ? plainWords(raw.text) : textOf(body));

  if (busyStatuses.includes(status)) return fault('busy', said(fields, words, status));
  if (credentialStatuses.includes(status)) return fault('credentials', said(fields, words, status));
  if (status >= 500) return fault('failing', said(fields, words, status));
  if (received.test(fields.code ?? ''))
    return { kind: 'taken', receipt: { ...receiptOf(body), alreadyReceived: true } };
  if (status >= 400) {
    if (addressStatuses.includes(status) && body === undefined) return fault('page', said(fields, words, status));
    return { kind: 'refused', code: fields.code ?? `HTTP_${status}`, words };
  }
  return readYesOrNo(body, fields, words);
}

function readYesOrNo(body: unknown, fields: AnswerFields, words: string): PlatformAnswer {
  const receipt = receiptOf(body);
  const isNo = fields.says === 'no' || (fields.says === 'both' && receipt.receiptNo === null);
  if (isNo) {
    const trouble = troubleOf(fields, words);
    if (trouble) return fault(trouble, said(fields, words));
    return { kind: 'refused', code: fields.code ?? 'REFUSED', words };
  }
  if (fields.says === 'yes' || (fields.says === undefined && receipt.receiptNo !== null))
    return { kind: 'taken', receipt: { ...receipt, alreadyReceived: false } };
  return { kind: 'unclear', words };
}

const signedOut =
  /未登录|请(?:先|重新)?登录|登录(?:已)?(?:超时|过期|失效)|(?:令牌|会话|凭证)(?:已)?(?:无效|失效|过期)|token.{0,12}(?:无效|失效|过期|invalid|expired)|验签失败|签名(?:错误|无效|不正确|验证失败)/iu;
const signedOutCode =
  /^(?:40[13]|un(?:authori[sz]ed|authenticated)|auth_?(?:fail(?:ed|ure)?|error|required|expired)|(?:invalid|expired|illegal)_?(?:token|sign(?:ature)?)|token_?(?:invalid|expired|missing)|sign(?:ature)?_?(?:invalid|error|wrong|expired|missing)|not_?log(?:ged)?_?in|login_?required)$/iu;
const unwell =
  /系统(?:繁忙|异常|错误|故障|维护)|服务(?:器)?(?:繁忙|异常|不可用|内部错误|维护)|内部错误|稍[后候]再?[试重]|限流|请求(?:过于)?频繁|(?:timed? ?out|timeout|too many requests|service unavailable|internal server error)/iu;
const unwellCode = /^(?:429|50[234])$/u;

/** A “no” that is not about the record: the caller is not let in, or the platform is unwell. */
function troubleOf({ code = '' }: AnswerFields, words: string): AnswerFault | undefined {
  if (signedOutCode.test(code) || signedOut.test(words)) return 'credentials';
  return unwellCode.test(code) || unwell.test(words) ? 'failing' : undefined;
}

function fault(kind: AnswerFault, words: string): PlatformAnswer {
  return { kind: 'fault', fault: kind, words };
}

function said({ code }: AnswerFields, words: string, status?: number): string {
  const named = [code, words].filter(Boolean).join(': ');
  return named || (status === undefined ? '' : `HTTP ${status}`);
}
