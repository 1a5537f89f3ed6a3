import { Button, type ButtonProps, CopyButton } from '@mantine/core';
import { useWords } from '../words/use-words.ts';

/** A button that puts a text into the clipboard, and says so for a moment. */
export function CopyText({ text, ...looks }: { readonly text: string } & ButtonProps) {
  const { answer } = useWords();
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Button size="compact-xs" variant="default" {...looks} onClick={copy}>
          {copied ? answer.copied : answer.copy}
        </Button>
      )}
    </CopyButton>
  );
}
