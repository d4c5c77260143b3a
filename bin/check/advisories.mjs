// Asks the package registry for open advisories against what production installs. Apart from `npm test`, because the
// answer changes without a change of ours, and because a registry mirror may not have this service.
import { spawnSync } from 'node:child_process';

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
  maxBuffer: 2 ** 26,
});
const answer = read(stdout);
if (!answer?.vulnerabilities) {
  console.error(
    `The registry gave no advisories (${answer?.message ?? answer?.error?.summary ?? 'no answer'}): nothing was checked. Try again against a registry that has this service.`,
  );
  process.exit(2);
}
const found = Object.values(answer.vulnerabilities);
for (const { name, severity, range, fixAvailable } of found) {
  console.error(`${severity}: ${name} ${range}${fixAvailable ? ', a fixed version exists' : ''}`);
}
console.log(`${answer.metadata?.dependencies?.prod ?? 0} packages, ${found.length} with advisories`);
process.exit(found.length > 0 ? 1 : 0);

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
