import { useEffect } from 'react';
import { useOpenCaptures } from '../captures/open-captures.ts';

/** Opens files that are dropped anywhere on the page, or pasted. */
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
    const onPaste = (event: ClipboardEvent): void => openAll(event.clipboardData?.files);
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
