// The walls of the house: which room may import which. Types count as imports except where a rule says otherwise.
const rooms = 'domain|workflows|activities|services|db|engine|connectors|api|bin|assets';
const only = (name, from, allowed, more = {}) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed, ...more },
});
// What a page may read, and what it may change by itself: all that belongs to no case, and the number a case begins with.
const reads = 'queries';
const changes = 'registers|people|files|drafts|openings|claims|series|numbers';
// A lock without I/O, which runs in the workflow sandbox.
const pureLock = 'node_modules/async-mutex/';
const nodeModule = (names) => `node_modules/(${names})(/|$)`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    only('domain-imports-itself-and-zod', '^domain/', ['^domain/', nodeModule('zod')]),
    only('workflows-import-domain-and-the-engine-only', '^workflows/', [
      '^workflows/',
      '^domain/',
      '^activities/',
      nodeModule('@temporalio/(workflow|common)'),
      pureLock,
    ]),
    {
      name: 'workflows-know-only-the-types-of-activities',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: '^activities/', dependencyTypesNot: ['type-only'] },
    },
    // A rule that a run holds in its hands is frozen with its history: acts are judged on the rows, by the rules in force.
    {
      name: 'workflows-know-only-the-types-of-domain',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: '^domain/', dependencyTypesNot: ['type-only'] },
    },
    only(
      'activities-import-services-connectors-contracts-domain',
      '^activities/',
      ['^activities/', '^services/', '^connectors/', '^domain/', '^workflows/contracts\\.ts$', 'node_modules/'],
      { dependencyTypesNot: ['core'] },
    ),
    {
      name: 'services-never-import-express-or-the-engine',
      severity: 'error',
      from: { path: '^services/' },
      to: { path: ['^(engine|workflows|activities|api|bin)/', nodeModule('express|express-.*|@temporalio/.*')] },
    },
    {
      name: 'api-imports-services-gateway-domain-contracts',
      severity: 'error',
      from: { path: '^api/' },
      to: {
        path: `^(${rooms})/`,
        pathNot: ['^api/', '^services/', '^engine/[^/]+\\.ts$', '^domain/', '^workflows/contracts\\.ts$'],
      },
    },
    {
      name: 'api-reads-by-queries-and-changes-no-case',
      severity: 'error',
      from: { path: '^api/' },
      to: { path: '^services/', pathNot: [`^services/(${reads})/`, `^services/(${changes})/`] },
    },
    {
      name: 'entities-stay-in-db-and-services',
      severity: 'error',
      from: { path: `^(${rooms})/`, pathNot: '^(db|services)/' },
      to: { path: '^db/entities/' },
    },
    {
      name: 'only-bin-constructs',
      severity: 'error',
      from: { path: `^(${rooms})/`, pathNot: '^bin/' },
      to: { path: '^bin/' },
    },
    // Everybody else asks the judge that bin builds, by an act.
    {
      name: 'only-cases-judge-and-record-acts',
      severity: 'error',
      from: { path: `^(${rooms})/`, pathNot: ['^services/cases/', '^bin/'] },
      to: { path: '^services/cases/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-rooms-without-a-purpose',
      severity: 'error',
      from: {},
      to: { path: '/(util|utils|helper|helpers|common|misc|shared)[/.]', pathNot: 'node_modules/' },
    },
    { name: 'every-import-is-found', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^\\$' } },
    {
      name: 'programs-need-no-development-packages',
      severity: 'error',
      from: { path: `^(${rooms})/|^config\\.ts$` },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'types', 'default'] },
  },
};
