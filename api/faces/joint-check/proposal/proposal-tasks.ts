import { asBody } from '../../../forms/as-body';

type Body = Record<string, unknown>;

/** Field of the words by which items are looked for, and the button for it; script finds them while they are typed. */
export const itemSearchField = '_item';
export const findItemButton = '_findItem';
/** Name of the buttons on the chips; each takes one item out, named as `UNIT:CODE`. */
export const dropItemButton = '_dropItem';

/** Whether a form was posted only to look for items, or to take one out. */
export const asksForItems = (body: Body): boolean =>
  body[findItemButton] !== undefined || body[dropItemButton] !== undefined;

/** What the posted form says of each department that has an item ticked. */
export function readTasks(body: Body): Body[] {
  const dropped = [body[dropItemButton]].flat().at(-1);
  return Object.entries(asBody(body['task'])).flatMap(([department, task]) => {
    const items = [asBody(task)['items'] ?? []].flat().filter((code) => `${department}:${String(code)}` !== dropped);
    if (items.length === 0) return [];
    return [
      {
        department,
        items,
        officers: asBody(task)['officers'],
        qualifications: writtenWords(asBody(task)['qualifications']),
      },
    ];
  });
}

/** Several words that a person wrote into one field. */
export function writtenWords(text: unknown): string[] {
  return typeof text === 'string' ? text.split(/[、,，;；\s]+/).filter((word) => word !== '') : [];
}
