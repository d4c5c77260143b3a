import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

/** What a process tree holds; `kind` says how pages that processes share were counted. */
export interface TreeMemory {
  bytes: number;
  /** PSS: shared pages once in all. RSS: shared pages once for each process, so never too little. */
  kind: 'PSS' | 'RSS';
  processes: { pid: number; name: string; bytes: number }[];
}

/** Memory of a process and everything it started, as the system tells it now. */
export function treeMemory(root: number): TreeMemory {
  const rows = processRows();
  const tree = new Set([root]);
  for (let before = 0; before !== tree.size;) {
    before = tree.size;
    for (const { pid, parent } of rows) if (tree.has(parent)) tree.add(pid);
  }
  const members = rows.filter(({ pid }) => tree.has(pid));
  const proportional = members.map(({ pid }) => proportionalBytes(pid));
  const kind = proportional.every((bytes) => bytes !== undefined) ? 'PSS' : 'RSS';
  const processes = members.map(({ pid, name, residentBytes }, index) => ({
    pid,
    name,
    bytes: kind === 'PSS' ? (proportional[index] ?? 0) : residentBytes,
  }));
  return { bytes: processes.reduce((sum, { bytes }) => sum + bytes, 0), kind, processes };
}

interface ProcessRow {
  pid: number;
  parent: number;
  residentBytes: number;
  name: string;
}

function processRows(): ProcessRow[] {
  if (existsSync('/proc/self/status'))
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => rowOfStatus(Number(name)));
  const { stdout } = spawnSync('ps', ['-axo', 'pid=,ppid=,rss=,comm='], { encoding: 'utf8' });
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const [pid, parent, kilobytes, ...name] = line.trim().split(/\s+/);
      return {
        pid: Number(pid),
        parent: Number(parent),
        residentBytes: Number(kilobytes) * 1024,
        name: name.join(' '),
      };
    });
}

function rowOfStatus(pid: number): ProcessRow[] {
  const status = read(`/proc/${pid}/status`);
  if (status === undefined) return [];
  const field = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(status)?.[1] ?? '';
  return [
    {
      pid,
      parent: Number(field('PPid')),
      residentBytes: Number.parseInt(field('VmRSS') || '0', 10) * 1024,
      name: field('Name'),
    },
  ];
}

/** Undefined where the system does not tell it, or not to this account. */
function proportionalBytes(pid: number): number | undefined {
  const kilobytes = /^Pss:\s*(\d+) kB$/m.exec(read(`/proc/${pid}/smaps_rollup`) ?? '')?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
