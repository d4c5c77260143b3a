import { spawn } from 'node:child_process';

/** A step before the start failed; its message says what to do. */
export class PrepareError extends Error {}

/**
 * Runs a program, says so once it lasts longer than a second, and throws with its output when it fails.
 * Gives back what the program printed.
 * @param {string} name what the person reads
 * @param {string} command
 * @param {string[]} args
 * @param {string} [advice] what to do when it fails
 */
export async function runStep(name, command, args, advice = '') {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const timer = setInterval(
    () => (seconds() === 1 || seconds() % 10 === 0) && console.log(`${name} … ${seconds()} s`),
    1000,
  );
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
  let output = '';
  let printed = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
    printed += chunk;
  });
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve) => {
    child.on('error', (error) => {
      output += error.message;
      resolve(-1);
    });
    child.on('close', resolve);
  });
  clearInterval(timer);
  if (code !== 0) throw new PrepareError(`${output.trim()}\n${name} failed. ${advice}`.trim());
  if (Date.now() - began > 1000) console.log(`${name}: done in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return printed;
}
