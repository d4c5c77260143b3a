import { z } from 'zod';

/** Codes of insType in the public spot-check record: 1 is 抽查, 2 is 检查. */
export const spotCheckTypes = { spotCheck: '1', inspection: '2' } as const;

/** The public spot-check record (02-dictionary); object and idCode say whose result it is. */
export const spotCheckRecordSchema = z.strictObject({
  object: z.string().trim().min(1).max(200),
  idCode: z.string().trim().min(1).max(50),
  insAuth_CN: z.string().trim().min(1).max(200),
  insType: z.enum([spotCheckTypes.spotCheck, spotCheckTypes.inspection]),
  insDate: z.iso.date(),
  insRes_CN: z.string().trim().min(1).max(500),
});

export type SpotCheckRecord = z.infer<typeof spotCheckRecordSchema>;
