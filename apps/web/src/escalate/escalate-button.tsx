import { Button } from '@mantine/core';
import { type CaptureTab, useOpenCaptures } from '../captures/open-captures.ts';
import { useShownPage } from '../pages/shown-page.ts';
import { useWords } from '../words/use-words.ts';
import { useDrafts } from './draft.ts';

/** Leads from a capture to the page that escalates it; counts what was added by hand. */
export function EscalateButton({ tab }: { readonly tab: CaptureTab }) {
  const { escalate } = useWords();
  const activate = useOpenCaptures((state) => state.activate);
  const show = useShownPage((state) => state.show);
  const added = useDrafts((state) => state.drafts.get(tab.id)?.entries.length ?? 0);
  return (
    <Button
      size="compact-sm"
      variant="default"
      onClick={() => {
        activate(tab.id);
        show('escalate');
      }}
    >
      {escalate.button(added)}
    </Button>
  );
}
