/** `npm start`: sets up what is missing, then does Harrier's main job on the example capture. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureReady, root } from './ensure-ready.mjs';

try {
  ensureReady();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
const args = process.argv.slice(2);
const example = path.join('fixtures', 'example', 'call-recording.har');
const command = args.length > 0 ? args : ['triage', example];
process.stderr.write(`harrier ${command.join(' ')}\n\n`);
const harrier = path.join(root, 'apps/cli/bin/harrier.js');
const result = spawnSync(process.execPath, [harrier, ...command], { cwd: root, stdio: 'inherit' });
process.exit(result.status ?? 1);
