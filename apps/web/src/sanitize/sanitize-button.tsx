import { Button } from '@mantine/core';
import { type CaptureTab, useOpenCaptures } from '../captures/open-captures.ts';
import { useShownPage } from '../pages/shown-page.ts';
import { useWords } from '../words/use-words.ts';

/** Leads from a capture to the page that takes the credentials out of it. */
export function SanitizeButton({ tab }: { readonly tab: CaptureTab }) {
  const { sanitize } = useWords();
  const activate = useOpenCaptures((state) => state.activate);
  const show = useShownPage((state) => state.show);
  return (
    <Button
      size="compact-sm"
      variant="default"
      onClick={() => {
        activate(tab.id);
        show('sanitize');
      }}
    >
      {sanitize.button}
    </Button>
  );
}
