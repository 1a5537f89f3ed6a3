import { useEffect } from 'react';
import { useOpenCaptures } from '../captures/open-captures.ts';
import { keepDeskKey } from '../logs/desk/desk-key.ts';

/** Opens the files that `harrier open` was given: the key to them and to the logs stands behind `#` and is taken away at once. */
export function useNamedFiles(): void {
  const open = useOpenCaptures((state) => state.open);
  useEffect(() => {
    const key = /^#open=([\w-]+)$/.exec(location.hash)?.[1];
    if (key === undefined) return;
    history.replaceState(null, '', location.pathname);
    keepDeskKey(key);
    void openNamed(key, open);
  }, [open]);
}

async function openNamed(key: string, open: (file: File) => Promise<void>): Promise<void> {
  const names = (await (await fetch(`./captures/${key}`)).json()) as string[];
  for (const [position, name] of names.entries()) {
    const content = await (await fetch(`./captures/${key}/${position}`)).blob();
    void open(new File([content], name));
  }
}
