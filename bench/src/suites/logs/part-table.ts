import { detectionPart } from './detection.ts';
import { extractionPart } from './extraction.ts';
import type { LogsPart } from './part.ts';

/** Every part of the suite; a new one is a file and a line here. */
export const logsParts: readonly LogsPart[] = [extractionPart, detectionPart];
