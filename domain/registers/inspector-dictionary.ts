export const postClasses = ['civilServant', 'institutionStaff'] as const;
export type PostClass = (typeof postClasses)[number];
export const postWords: Record<string, PostClass> = {
  行政执法类公务员: 'civilServant',
  事业编制执法人员: 'institutionStaff',
};
/** Auxiliaries may join a visit; they never count toward the two officers (M4). */
export const auxiliaryWords = ['聘用辅助人员', '辅助人员', '协管员', '劳务派遣人员'];

export const dutyStatuses = ['onDuty', 'offDuty', 'seconded', 'retired', 'left'] as const;
export type DutyStatus = (typeof dutyStatuses)[number];
export const dutyWords: Record<string, DutyStatus> = {
  在岗: 'onDuty',
  在职: 'onDuty',
  离岗: 'offDuty',
  病假: 'offDuty',
  产假: 'offDuty',
  停职: 'offDuty',
  停薪留职: 'offDuty',
  借调: 'seconded',
  挂职: 'seconded',
  退休: 'retired',
  已退休: 'retired',
  退居二线: 'retired',
  离开: 'left',
  已离开: 'left',
  离职: 'left',
  已离职: 'left',
  辞职: 'left',
  调离: 'left',
  已调离: 'left',
  调出: 'left',
  开除: 'left',
  去世: 'left',
};

/** Who is so in no pool any more, and whose row is news whatever else stands in it. */
export const goneStatuses: readonly DutyStatus[] = ['retired', 'left'];

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
