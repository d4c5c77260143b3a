const transform = {
  '^.+\\.(m?js|ts)$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true },
        keepClassNames: true,
      },
      module: { type: 'commonjs' },
    },
  ],
};
const esmOnly = ['canonicalize', '@sparticuz', 'sql-template-tag', '@tus', 'srvx'];

const layer = (name, more = {}) => ({
  displayName: name,
  rootDir: __dirname,
  roots: ['<rootDir>/tests'],
  testMatch: [`<rootDir>/tests/${name}/**/*.test.ts`],
  transform,
  setupFilesAfterEnv: ['<rootDir>/tests/setup/time-limit.ts'],
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  ...more,
});

// One PostgreSQL, one engine and one browser for the whole run; tests/setup says where they are.
const onRealParts = (name) =>
  layer(name, {
    globalSetup: '<rootDir>/tests/setup/provision-parts.ts',
    globalTeardown: '<rootDir>/tests/setup/stop-parts.ts',
  });

module.exports = {
  collectCoverageFrom: ['domain/**/*.ts'],
  passWithNoTests: true,
  maxWorkers: 2,
  projects: [
    layer('domain'),
    layer('house'),
    layer('replay', { globalSetup: '<rootDir>/tests/setup/bundle-workflows.ts' }),
    layer('provision'),
    ...['database', 'engine', 'documents', 'browser', 'access', 'faults'].map(onRealParts),
  ],
};
