import { useEffect, useState } from 'react';
import { useOpenCaptures } from '../captures/open-captures.ts';
import { showOpened } from '../pages/shown-page.ts';

/** Browsers say several times a second that something is still held over a page; then nothing is any more. */
const HELD_MS = 500;

/**
 * Opens files that are dropped anywhere on the page, or pasted; a HAR as text, too, as DevTools copies one. Tells whether files are
 * held over the page, where they would be opened: not over what takes them itself.
 */
export function useDroppedFiles(): boolean {
  const open = useOpenCaptures((state) => state.open);
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const letGo = (): void => {
      clearTimeout(timer);
      setHeld(false);
    };
    const openOne = (file: File): void => {
      void open(file);
      showOpened();
    };
    const openAll = (files: FileList | undefined): void => {
      for (const file of files ?? []) openOne(file);
    };
    const onOver = (event: DragEvent): void => {
      const isTaken = event.defaultPrevented;
      event.preventDefault();
      letGo();
      if (isTaken || event.dataTransfer?.types.includes('Files') !== true) return;
      setHeld(true);
      timer = setTimeout(letGo, HELD_MS);
    };
    const onDrop = (event: DragEvent): void => {
      event.preventDefault();
      letGo();
      openAll(event.dataTransfer?.files);
    };
    const onPaste = (event: ClipboardEvent): void => {
      const { files, text } = pasted(event);
      openAll(files);
      if (text !== undefined) openOne(new File([text], 'pasted.har'));
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('drop', onDrop);
    window.addEventListener('paste', onPaste);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('drop', onDrop);
      window.removeEventListener('paste', onPaste);
    };
  }, [open]);
  return isHeld;
}

function pasted({ clipboardData, target }: ClipboardEvent): { files?: FileList; text?: string } {
  const { files } = clipboardData ?? {};
  const text = clipboardData?.getData('text/plain') ?? '';
  const isForBox =
    target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]') !== null;
  return {
    ...(files === undefined ? {} : { files }),
    ...(isForBox || (files?.length ?? 0) > 0 || !/^\s*\{/.test(text) ? {} : { text }),
  };
}
