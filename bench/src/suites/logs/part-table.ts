import { clusterPart } from './cluster.ts';
import { detectionPart } from './detection.ts';
import { embeddedStorePart } from './embedded-store.ts';
import { extractionPart } from './extraction.ts';
import { killedImportsPart } from './killed-imports.ts';
import type { LogsPart } from './part.ts';
import { randomLinesPart } from './random-lines.ts';

/** Every part of the suite; a new one is a file and a line here. */
export const logsParts: readonly LogsPart[] = [
  extractionPart,
  detectionPart,
  embeddedStorePart,
  killedImportsPart,
  clusterPart,
  randomLinesPart,
];
