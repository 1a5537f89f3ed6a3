import { useEffect } from 'react';
import { useOpenCaptures } from '../captures/open-captures.ts';
import { deskKey, keepDeskKey } from '../logs/desk/desk-key.ts';

/**
 * Opens the files that `harrier open` was given: the key to them and to the logs stands behind `#` and is taken away at once. This
 * tab remembers the key, so that after a reload the files are there again.
 */
export function useNamedFiles(): void {
  useEffect(() => {
    const given = /^#open=([\w-]+)$/.exec(location.hash)?.[1];
    if (given !== undefined) {
      history.replaceState(null, '', location.pathname);
      keepDeskKey(given);
    }
    const key = given ?? deskKey();
    if (key !== undefined) void openNamed(key);
  }, []);
}

async function openNamed(key: string): Promise<void> {
  const listed = await fetch(`./captures/${key}`);
  // The key of a server that has ended opens nothing of the one that took its port.
  if (!listed.ok) return;
  const names = (await listed.json()) as string[];
  for (const [position, name] of names.entries()) {
    const content = await (await fetch(`./captures/${key}/${position}`)).blob();
    // They come one after another; what a link or a person has chosen meanwhile stays before them.
    void useOpenCaptures.getState().open(new File([content], name), 'behind');
  }
}
