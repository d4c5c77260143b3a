import { plainName, plainWords } from './answer-body';

/** What an answer says of itself in the fields that platforms use for it. */
export interface AnswerFields {
  /** `both` where one field says yes and another no; nothing where none says either. */
  says?: 'yes' | 'no' | 'both';
  code?: string;
  words?: string;
}

type Said = 'yes' | 'no';
/** The fields of one layer of an answer, by their plain names. */
type Layer = Map<string, unknown>;

const flags = ['success', 'issuccess', 'succeed', 'succeeded', 'ok'];
/** Numbers of errors: zero means none. */
const errorCodes = ['errcode', 'errorcode', 'errno'];
const codes = ['code', 'resultcode', 'retcode', 'rtncode', 'returncode', 'respcode', 'statuscode'];
/** Fields that may as well hold something of the record, so that only plain words count. */
const states = ['status', 'state', 'result', 'flag'];
const wordings =
  'msg message reason errmsg errormsg errormessage retmsg returnmsg resultmsg respmsg desc description detail error tips 信息 说明 原因'.split(
    ' ',
  );
/** Where an answer puts what it says of itself, when that is not at the top. */
const envelopes = ['head', 'header', 'result', 'response', 'body'];

const yes = /^(?:0{2,}|20[0-2]|success(?:ful)?|succeed(?:ed)?|ok|true|accepted|received|created|成功|已接收|已受理)$/iu;
const no = /^(?:-\d+|[45]\d{2}|fail(?:ed|ure)?|false|error|reject(?:ed)?|refused?|失败|拒绝|错误)$/iu;
/** For some platforms zero is yes and one is no, for others the other way round: their words decide. */
const either = /^[01]$/u;
const yesWords = /成功|已接收|已受理|已收到|^ok$|success|accepted/iu;
const noWords =
  /失败|错误|不存在|不能|不得|不允许|不合法|不符|不在|不正确|缺少|无效|非法|无此|没有|未通过|未找到|拒绝|必填|重复|异常|fail|error|invalid|missing|not found|refused|rejected/iu;

/** Reads yes or no, code and words of a parsed body; names of fields are compared without case, underscore and hyphen. */
export function fieldsOf(body: unknown): AnswerFields {
  const top = layerOf(body);
  if (!top) return {};
  const layers = [top, ...envelopes.flatMap((name) => layerOf(top.get(name)) ?? [])];
  const errors = ['error', 'errors', 'data'].flatMap((name) => layerOf(top.get(name)) ?? []);
  const words = first([...layers, ...errors], wordsOf);
  const said = new Set(layers.flatMap((layer) => signalsOf(layer, words)));
  return {
    says: said.size > 1 ? 'both' : [...said][0],
    code: first([...layers, ...errors.slice(0, 1)], (layer) => shortText(layer, [...errorCodes, ...codes])),
    words,
  };
}

/** A parsed body as words, for a platform that says them under a name of its own. */
export function textOf(body: unknown): string {
  return plainWords(typeof body === 'string' ? body : (JSON.stringify(body) ?? ''));
}

function layerOf(value: unknown): Layer | undefined {
  const record: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof record !== 'object' || record === null) return undefined;
  return new Map(Object.entries(record).map(([name, entry]) => [plainName(name), entry]));
}

function signalsOf(layer: Layer, words = ''): Said[] {
  const said: (Said | undefined)[] = [];
  for (const name of flags) said.push(ofFlag(layer.get(name)));
  for (const name of errorCodes) {
    const code = scalar(layer.get(name));
    if (code !== undefined) said.push(code === '0' || yes.test(code) ? 'yes' : 'no');
  }
  for (const name of codes) {
    const code = scalar(layer.get(name));
    if (code !== undefined) said.push(either.test(code) ? ofWords(words) : yes.test(code) ? 'yes' : 'no');
  }
  for (const name of states) {
    const state = scalar(layer.get(name)) ?? '';
    if (either.test(state)) said.push(ofWords(words));
    else if (yes.test(state) || no.test(state)) said.push(yes.test(state) ? 'yes' : 'no');
  }
  if (['error', 'errors'].some((name) => saysSomething(layer.get(name)))) said.push('no');
  return said.filter((entry) => entry !== undefined);
}

function ofFlag(value: unknown): Said | undefined {
  if (value === true || value === 'true') return 'yes';
  return value === false || value === 'false' ? 'no' : undefined;
}

function ofWords(words: string): Said | undefined {
  if (noWords.test(words)) return 'no';
  return yesWords.test(words) ? 'yes' : undefined;
}

function scalar(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined;
  return String(value).trim() || undefined;
}

function saysSomething(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return value === true || (typeof value === 'string' && value.trim() !== '');
}

function shortText(layer: Layer, names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = plainWords(scalar(layer.get(name)) ?? '').slice(0, 64);
    if (text !== '') return text;
  }
  return undefined;
}

function wordsOf(layer: Layer): string | undefined {
  for (const name of wordings) {
    const value = layer.get(name);
    const text = typeof value === 'string' ? plainWords(value) : '';
    if (text !== '') return text;
  }
  return undefined;
}

function first<T>(layers: readonly Layer[], read: (layer: Layer) => T | undefined): T | undefined {
  for (const layer of layers) {
    const found = read(layer);
    if (found !== undefined) return found;
  }
  return undefined;
}
