import { z } from 'zod';

const Problems = z.record(
  z.string(),
  z.union([z.string(), z.strictObject({ problem: z.string(), handling: z.string() })]),
);

/** A record form from what the story says of it: `problems` by item, every other item in order. */
export function formOf(
  department: string,
  items: string[],
  given: Record<string, unknown>,
  inOrder: boolean,
): Record<string, unknown> {
  const { problems: told = {}, ...form } = given;
  const complete = { methods: ['onSite'], signature: 'signed', ...form };
  if (inOrder || !inspected.includes(String(form['code']))) return complete;
  const problems = Problems.parse(told);
  const stranger = Object.keys(problems).find((item) => !items.includes(item));
  if (stranger) throw new Error(`${stranger} is no item of ${department} in this chapter`);
  const rows = items.map((number) => {
    const item = `${department}-${number}`;
    const found = problems[number];
    if (found === undefined) return { item, finding: 'inOrder' };
    return { item, finding: 'problem', ...(typeof found === 'string' ? { problem: found } : found) };
  });
  return { ...complete, rows };
}

/** Result codes of objects that were really looked at: their form has a row for each item. */
const inspected = ['1', 'A', 'B', 'C', 'E'];
