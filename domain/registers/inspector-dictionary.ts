export const postClasses = ['civilServant', 'institutionStaff'] as const;
export type PostClass = (typeof postClasses)[number];
export const postWords: Record<string, PostClass> = {
  行政执法类公务员: 'civilServant',
  事业编制执法人员: 'institutionStaff',
};
/** Auxiliaries may join a visit; they never count toward the two officers (M4). */
export const auxiliaryWords = ['聘用辅助人员', '辅助人员', '协管员', '劳务派遣人员'];

export const dutyStatuses = ['onDuty', 'offDuty', 'seconded'] as const;
export type DutyStatus = (typeof dutyStatuses)[number];
export const dutyWords: Record<string, DutyStatus> = { 在岗: 'onDuty', 离岗: 'offDuty', 借调: 'seconded' };

/** Units that reforms of 2018 and before merged into today's members; the code of the unit that took over. */
export const abolishedUnits: Record<string, string> = {
  县工商局: 'SCJG',
  县质监局: 'SCJG',
  县食药监局: 'SCJG',
  县物价局: 'FGW',
  县粮食局: 'FGW',
  县环保局: 'STHJ',
  县农委: 'NYNC',
  县卫计委: 'WJW',
  县安监局: 'YJJ',
  县国税局: 'SWU',
  县地税局: 'SWU',
};
