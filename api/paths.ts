/** Every address of the back office and the public site, once. Case numbers and codes only: no names in addresses. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  signOut: '/sign-out',
  password: '/account/password',
  sessions: '/account/sessions',
  endSession: '/account/sessions/end',
  extendSession: '/account/sessions/extend',
  ownMail: '/account/mail',
  caseNew: '/new/:act',
  jointCheckNew: '/joint-checks/new',
  scopeForecast: '/joint-checks/scope-forecast',
  checksToCopy: '/joint-checks/to-copy',
  search: '/search',
  dashboard: '/dashboard',
  waits: '/waits',
  cases: '/cases',
  case: '/cases/:kind/:number',
  caseAct: '/cases/:kind/:number/acts/:act',
  casePapers: '/cases/:kind/:number/papers',
  caseTimeline: '/cases/:kind/:number/timeline',
  caseHistory: '/cases/:kind/:number/history',
  actPending: '/pending/:key',
  manyActs: '/many/:act',
  claim: '/claims/:act',
  drafts: '/drafts',
  consultationsOfCheck: '/joint-checks/:number/consultations',
  visitsOfCheck: '/joint-checks/:number/visits',
  firmReferrals: '/visits/:number/referrals',
  publicationQueue: '/publication-queue',
  myVisits: '/my-visits',
  bundle: '/draws/:number/bundle.zip',
  pool: '/draws/:number/pool',
  leftOut: '/draws/:number/left-out',
  document: '/documents/file',
  documentAgain: '/documents/again',
  print: '/cases/:kind/:number/print/:document',
  files: '/files',
  file: '/files/:id',
  uploads: '/uploads',
  upload: '/uploads/:id',
  objects: '/registers/objects',
  object: '/registers/objects/:id',
  objectNew: '/registers/objects/new',
  objectEdit: '/registers/objects/:id/edit',
  objectTwin: '/registers/objects/:id/twin',
  objectsLoad: '/registers/objects/load',
  objectsTemplate: '/registers/objects/load/template.csv',
  objectsUpload: '/registers/objects/load/:upload',
  objectsReport: '/registers/objects/load/:upload/report.csv',
  objectsAnnotated: '/registers/objects/load/:upload/annotated.csv',
  inspectors: '/registers/inspectors',
  inspector: '/registers/inspectors/:id',
  inspectorEdit: '/registers/inspectors/:id/edit',
  inspectorRecusal: '/registers/inspectors/:id/recusals/:recusal',
  inspectorNew: '/registers/inspectors/new',
  inspectorsLoad: '/registers/inspectors/load',
  inspectorsTemplate: '/registers/inspectors/load/template.csv',
  inspectorsUpload: '/registers/inspectors/load/:upload',
  inspectorsReport: '/registers/inspectors/load/:upload/report.csv',
  inspectorsAnnotated: '/registers/inspectors/load/:upload/annotated.csv',
  items: '/registers/items',
  itemNew: '/registers/items/new',
  item: '/registers/items/:code',
  itemEdit: '/registers/items/:code/edit',
  departments: '/registers/departments',
  department: '/registers/departments/:code',
  departmentEdit: '/registers/departments/:code/edit',
  accounts: '/accounts',
  accountNew: '/accounts/new',
  account: '/accounts/:id',
  accountPassword: '/accounts/:id/password',
  accountTokens: '/accounts/:id/tokens',
  accountTokenEnd: '/accounts/:id/tokens/:token/end',
  settings: '/settings',
  calendar: '/settings/calendar',
  setting: '/settings/:key',
  connectors: '/connectors',
  connectorMessage: '/connectors/:id',
  connectorAct: '/connectors/:id/acts/:act',
  faults: '/system/faults',
  faultRetry: '/system/faults/:id/retry',
  faultSettle: '/system/faults/:id/settle',
  straysSeen: '/system/strays/seen',
  supervision: '/supervision',
  supervisedCase: '/supervision/:kind/:number',
  robots: '/robots.txt',
  language: '/language/:language',
  density: '/density/:density',
  publicHome: '/public',
  publicItems: '/public/items',
  publicItem: '/public/items/:code',
  publicChecks: '/public/checks',
  publicCheck: '/public/checks/:number',
  publicDraws: '/public/draws',
  publicBundle: '/public/draws/:number/bundle.zip',
  publicResults: '/public/results',
  publicFeed: '/public/results.atom',
  publicResult: '/public/results/:id',
  api: '/api/v1',
  openapi: '/api/openapi.json',
  health: '/health',
  assets: '/assets',
} as const;

export type PathName = keyof typeof paths;

/**
 * The address of a page.
 * @param parameters fill the `:names` of the pattern; the others become its query, absent ones are left out
 * @throws RangeError when a part of the pattern is not given
 */
export function pathTo(name: PathName, parameters: Record<string, string | number | undefined> = {}): string {
  const rest = { ...parameters };
  const address = paths[name].replace(/:([a-zA-Z]+)/g, (_match, part: string) => {
    const value = rest[part];
    if (value === undefined) throw new RangeError(`The address of ${name} needs "${part}".`);
    delete rest[part];
    return encodeURIComponent(String(value));
  });
  const query = new URLSearchParams(
    Object.entries(rest).flatMap(([key, value]): [string, string][] =>
      value === undefined || value === '' ? [] : [[key, String(value)]],
    ),
  );
  return query.size > 0 ? `${address}?${query}` : address;
}

/** The address of a case's page, from its id such as `visit/320723-2026-L0007-C1-J00012`. */
export function caseAddress(
  caseId: string,
  name: 'case' | 'casePapers' | 'caseTimeline' | 'caseHistory' = 'case',
): string {
  const [kind = '', number = ''] = caseId.split('/');
  return pathTo(name, { kind, number });
}

/** The address of an act's form on a case, from the case's id. */
export function actAddress(caseId: string, act: string): string {
  const [kind = '', number = ''] = caseId.split('/');
  return pathTo('caseAct', { kind, number, act });
}
