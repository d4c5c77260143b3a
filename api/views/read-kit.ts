import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface KitPart {
  component: string;
  examples: { name: string; params: Record<string, unknown> }[];
}

/** The examples of every component, for the page /kit that tests and whoever writes pages look at. */
export function readKit(templates: string): KitPart[] {
  const components = join(templates, 'components');
  return readdirSync(components)
    .filter((component) => existsSync(join(components, component, 'examples.json')))
    .sort()
    .map((component) => ({
      component,
      examples: JSON.parse(readFileSync(join(components, component, 'examples.json'), 'utf8')) as KitPart['examples'],
    }));
}
