import { Button } from '@mantine/core';
import { useOpenCaptures } from '../captures/open-captures.ts';
import { useShownPage } from '../pages/shown-page.ts';
import { useWords } from '../words/use-words.ts';

/** Leads to the page that compares two captures; not there while only one is open. */
export function CompareButton() {
  const { compare } = useWords();
  const count = useOpenCaptures((state) => state.tabs.length);
  const show = useShownPage((state) => state.show);
  if (count < 2) return null;
  return (
    <Button size="compact-sm" variant="default" onClick={() => show('compare')}>
      {compare.button}
    </Button>
  );
}
