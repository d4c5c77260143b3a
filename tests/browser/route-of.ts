import { paths, type PathName } from '../../api/paths';

interface Route {
  name: PathName;
  pattern: RegExp;
  parts: number;
}

const routes: Route[] = (Object.entries(paths) as [PathName, string][])
  .map(([name, path]) => ({
    name,
    pattern: new RegExp(`^${path.replace(/[.]/g, '\\$&').replace(/:[a-zA-Z]+/g, '[^/]+')}$`),
    parts: (path.match(/:/g) ?? []).length,
  }))
  // As the routers have it: what is written out goes before what takes anything.
  .sort((one, other) => one.parts - other.parts);

/** The route that an address is of, by its name. */
export function routeOf(address: string): PathName | undefined {
  const path = address.replace(/[?#].*/, '');
  return routes.find(({ pattern }) => pattern.test(path))?.name;
}
