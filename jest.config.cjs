const transform = { '^.+\\.[tj]s$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript', decorators: true }, transform: { legacyDecorator: true }, keepClassNames: true }, module: { type: 'commonjs' } }] };
const esmOnly = ['canonicalize', '@sparticuz'];
const layer = (name, more = {}) => ({
  displayName: name,
  rootDir: __dirname,
  roots: [`<rootDir>/tests/${name}`],
  testMatch: ['**/*.test.ts'],
  transform,
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  ...more,
});

module.exports = {
  collectCoverageFrom: ['domain/**/*.ts'],
  projects: [layer('domain'), layer('house')],
};
