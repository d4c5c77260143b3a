import { z } from 'zod';

/**
 * What any refusal may name besides: the act, the stage in which the case stands, the field of the form to be mended, and
 * who was first.
 */
const where = {
  act: z.string().optional(),
  stage: z.string().optional(),
  field: z.string().optional(),
  /** Whose act on the case stands in the way; read for whoever is refused, and kept nowhere. */
  first: z.object({ act: z.string(), by: z.string().nullable(), department: z.string(), at: z.string() }).optional(),
};

/** The shape of a refusal's details: what its text for the person needs (dates, names, numbers), never secrets. */
export const details = <S extends z.ZodRawShape>(shape: S) => z.object({ ...where, ...shape });

/** A refusal that says everything by its code. */
export const bare = details({});
