import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Playbook, PlaybookError, readPlaybook, shippedPlaybooks } from '@harrier/analyze';
import { UsageError } from '../../arguments/usage-error.ts';
import type { AllWords } from '../../words/for-language.ts';

/**
 * The playbooks of a folder (`*.json`, not in folders below it) before those that Harrier brings: of several that tell a
 * finding the first counts. One with the id of a shipped one stands in its place. Error: {@link UsageError}.
 */
export async function playbooksOf(folder: string | undefined, words: AllWords): Promise<readonly Playbook[]> {
  if (folder === undefined) return shippedPlaybooks;
  const paths = new Map<string, string>();
  const playbooks: Playbook[] = [];
  for (const path of await filesOf(folder)) {
    const playbook = await playbookOf(path, words);
    const other = paths.get(playbook.id);
    if (other !== undefined)
      throw new UsageError({ kind: 'playbook-twice', id: playbook.id, paths: [other, path] });
    paths.set(playbook.id, path);
    playbooks.push(playbook);
  }
  if (playbooks.length === 0) throw new UsageError({ kind: 'no-playbooks', path: folder });
  return [...playbooks, ...shippedPlaybooks.filter(({ id }) => !paths.has(id))];
}

/** By name, so that the order is the same on every machine. */
async function filesOf(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => join(folder, name));
  } catch {
    throw unreadable(folder);
  }
}

async function playbookOf(path: string, { knowledge }: AllWords): Promise<Playbook> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw unreadable(path);
  }
  try {
    return readPlaybook(text);
  } catch (error) {
    if (!(error instanceof PlaybookError)) throw error;
    const { code, detail, pointer, position } = error;
    const what = knowledge.playbookProblems[code](detail);
    throw new UsageError({ kind: 'bad-playbook', path, ...position, pointer, what });
  }
}

function unreadable(path: string): UsageError {
  return new UsageError({ kind: 'unreadable-option', option: '--playbooks', path });
}
