import { activeTab, SanitizePage, useLanguage, useOpenCaptures } from '@harrier/web/recording-page';
import { Loader, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { EndedRecording } from '../background/recording-state.ts';
import { extensionWords } from '../words/words-of.ts';
import classes from './done.module.css';
import { fetchRecording } from './fetch-recording.ts';
import { SendPanel } from './send-panel.tsx';
import { Verdict } from './verdict.tsx';

/** A recording that has ended: what failed, the clean capture to save or to send, and what could not be seen. */
export function DonePage({ id }: { readonly id: string }) {
  const { language } = useLanguage();
  const words = extensionWords[language];
  const [isSent, setSent] = useState(false);
  const [recording, setRecording] = useState<EndedRecording | 'gone'>();
  const open = useOpenCaptures((state) => state.open);
  const tab = useOpenCaptures(activeTab);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    let isOld = false;
    void fetchRecording(id).then((found) => {
      if (isOld) return;
      setRecording(found ?? 'gone');
      if (found !== undefined) void open(new File([found.capture], found.name));
    });
    return () => {
      isOld = true;
    };
  }, [id, open]);
  if (recording === undefined)
    return (
      <main className={classes.page}>
        <Loader size="sm" aria-label={words.done.opening} />
      </main>
    );
  if (recording === 'gone')
    return (
      <main className={classes.page}>
        <Title order={1} size="h3">
          {words.done.gone}
        </Title>
        <Text>{words.done.goneNext}</Text>
      </main>
    );
  const cleanName = recording.name.replace(/\.har$/, '-clean.har');
  return (
    <div className={classes.page}>
      <Title order={1} size="h3">
        {words.done.title(recording.host)}
      </Title>
      <div aria-live="polite">
        {tab === undefined ? (
          <Text c="dimmed">{words.done.opening}</Text>
        ) : (
          <Verdict tab={tab} words={words.done} />
        )}
      </div>
      {tab?.state === 'ready' && (
        <SanitizePage
          tab={tab}
          isSent={isSent}
          also={({ clean }) => (
            <SendPanel clean={clean} name={cleanName} words={words.send} onSent={() => setSent(true)} />
          )}
        />
      )}
      <section>
        <Title order={2} size="h5">
          {words.done.missing}
        </Title>
        <ul className={classes.missing}>
          {recording.missing.map((part) => (
            <li key={part}>{words.done.missingPart[part]}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
