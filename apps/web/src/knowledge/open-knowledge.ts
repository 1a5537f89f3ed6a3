import { type CaptureTab, useOpenCaptures } from '../captures/open-captures.ts';
import { usePreferences } from '../frame/preferences.ts';
import { useShownPage } from '../pages/shown-page.ts';
import { useShownTopic } from './shown-topic.ts';

/** Shows a page of the knowledge base: beside the table where there is one, else in the whole window. */
export function openKnowledge(topic?: string): void {
  const { tabs, active } = useOpenCaptures.getState();
  const { page, show } = useShownPage.getState();
  const isReady = tabs.find(({ id }) => id === active)?.state === 'ready';
  // A part of a page is read in its page.
  if (topic !== undefined) useShownTopic.getState().open(topic.replace(/#.*$/, ''));
  if (isReady && page === 'workbench') usePreferences.getState().set({ panel: 'knowledge' });
  else show('knowledge');
}

/**
 * Explains what the keyboard or the pointer is at; else of the chosen request what was found about it, or its status; else all
 * there is.
 */
export function explainHere(tab: CaptureTab | undefined): void {
  const at =
    document.activeElement?.closest<HTMLElement>('[data-topic]') ??
    [...document.querySelectorAll<HTMLElement>('[data-topic]:hover')].at(-1);
  openKnowledge(at?.dataset.topic ?? topicOfChosen(tab));
}

function topicOfChosen(tab: CaptureTab | undefined): string | undefined {
  const { selected, index, analysis } = tab ?? {};
  if (selected === undefined || index === undefined) return undefined;
  const topics = analysis?.findings
    .filter(({ entries }) => entries.includes(selected))
    .map(({ ruleId }) => findingTopic(ruleId));
  return topics?.find((topic) => topic !== undefined) ?? statusTopic(index.columns.status[selected]);
}

/** The page on a finding; playbooks bring their own words, and no page. */
export function findingTopic(ruleId: string): string | undefined {
  return ruleId.startsWith('playbook/') ? undefined : `finding/${ruleId}`;
}

/** The page on a status; 0 has one, too: no response. */
export function statusTopic(status: number | undefined): string | undefined {
  return status === undefined ? undefined : `status/${status}`;
}
