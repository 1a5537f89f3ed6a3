import { useEffect } from 'react';
import { useOpenCaptures } from '../captures/open-captures.ts';

/** Opens files that are dropped anywhere on the page, or pasted; a HAR as text, too, as DevTools copies one. */
export function useDroppedFiles(): void {
  const open = useOpenCaptures((state) => state.open);
  useEffect(() => {
    const openAll = (files: FileList | undefined): void => {
      for (const file of files ?? []) void open(file);
    };
    const onOver = (event: DragEvent): void => event.preventDefault();
    const onDrop = (event: DragEvent): void => {
      event.preventDefault();
      openAll(event.dataTransfer?.files);
    };
    const onPaste = (event: ClipboardEvent): void => {
      const { files, text } = pasted(event);
      openAll(files);
      if (text !== undefined) void open(new File([text], 'pasted.har'));
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('drop', onDrop);
    window.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('drop', onDrop);
      window.removeEventListener('paste', onPaste);
    };
  }, [open]);
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
