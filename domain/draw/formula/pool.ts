import type { Sha256 } from '../../proof/sha256';
import { joinBytes } from '../../proof/bytes';
import { readInspectors, type InspectorTable } from './inspectors-file';
import { piecesOf, type FileBytes } from './line-reader';
import { readObjects, type ObjectTable } from './objects-file';
import { readParams, type ParamsFile } from './params';
import { reporter, type OnProgress } from './progress';
import { readRecusals, type RecusalTable } from './recusals-file';

/** The four files that the freeze fixes. */
export interface FrozenFiles {
  params: FileBytes;
  objects: FileBytes;
  inspectors: FileBytes;
  recusals: FileBytes;
}

/** The frozen files as read, with what the freeze entry and the formula bind of them (hashes: 32 raw bytes). */
export interface Pool {
  paramsFile: ParamsFile;
  objects: ObjectTable;
  inspectors: InspectorTable;
  recusals: RecusalTable;
  roots: { objects: Uint8Array; inspectors: Uint8Array; recusals: Uint8Array };
}

/**
 * Reads and checks the four frozen files.
 * @throws DrawRefusal
 */
export function readPool(sha: Sha256, files: FrozenFiles, onProgress?: OnProgress): Pool {
  const paramsFile = readParams(sha, joinBytes(...piecesOf(files.params)));
  const report = reporter('objects', onProgress);
  const { objects, root: objectsRoot } = readObjects(sha, files.objects, paramsFile.params, report);
  const { inspectors, root: inspectorsRoot } = readInspectors(sha, files.inspectors, paramsFile.params);
  const { recusals, root: recusalsRoot } = readRecusals(sha, files.recusals, objects, inspectors);
  const roots = { objects: objectsRoot, inspectors: inspectorsRoot, recusals: recusalsRoot };
  return { paramsFile, objects, inspectors, recusals, roots };
}
