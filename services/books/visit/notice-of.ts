/** The paper that bears the number of a visit's notice. */
export const noticeOf = (visit: string): string => `${visit}/notice`;
