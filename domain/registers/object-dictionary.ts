import type { objectKinds } from '../joint-check/scheme';

export type ObjectKind = (typeof objectKinds)[number];

/** Words of the form → identifiers; the first word of an identifier is its proper one. */
export const kindWords: Record<string, ObjectKind> = {
  企业: 'enterprise',
  个体工商户: 'individualBusiness',
  农民专业合作社: 'cooperative',
  '外国（地区）企业常驻代表机构': 'representativeOffice',
  无证无照户: 'unlicensed',
  非企业单位: 'nonEnterpriseUnit',
  产品: 'product',
  项目: 'project',
  行为: 'behaviour',
};
export const kindAliases: Record<string, string> = {
  个体户: '个体工商户',
  个体: '个体工商户',
  合作社: '农民专业合作社',
  专业合作社: '农民专业合作社',
  外国企业常驻代表机构: '外国（地区）企业常驻代表机构',
};
export const companyWords = ['有限公司', '有限责任公司', '股份有限公司', '公司', '个人独资企业', '合伙企业', '分公司'];

/** The first two characters of a code and the kind they stand for, as far as they stand for one. */
export const kindOfCode: Record<string, ObjectKind> = {
  '91': 'enterprise',
  '92': 'individualBusiness',
  '93': 'cooperative',
};

/**
 * 歇业 (市场主体登记管理条例 第三十条) is a state of the register, 停业 (`suspended`) is none: it stays for what was loaded as
 * such, until a person says what it is.
 */
export const objectStatuses = [
  'active',
  'dormant',
  'suspended',
  'deregistered',
  'revoked',
  'cancelled',
  'movedOut',
] as const;
export type ObjectStatus = (typeof objectStatuses)[number];
export const statusWords: Record<string, ObjectStatus> = {
  在业: 'active',
  歇业: 'dormant',
  停业: 'suspended',
  注销: 'deregistered',
  吊销: 'revoked',
  '吊销，未注销': 'revoked',
  吊销未注销: 'revoked',
  '吊销，已注销': 'deregistered',
  撤销: 'cancelled',
  迁出: 'movedOut',
};
export const activeAliases = ['存续（在营、开业、在册）', '存续（在业）', '存续', '在营', '开业', '在册', '正常'];

export const riskWords: Record<string, string> = {
  低: 'A',
  低风险: 'A',
  较低: 'B',
  一般: 'B',
  中: 'B',
  较高: 'C',
  高: 'D',
  高风险: 'D',
};
