import { useEffect, useState } from 'react';
import { useLanguage } from '../words/use-words.ts';
import { type ReadTopic, readTopic } from './read-topic.ts';

/** A topic while it is loaded (`undefined`), read, or not there. */
export function useTopic(topic: string | undefined): ReadTopic | 'not-there' | undefined {
  const { language } = useLanguage();
  const [read, setRead] = useState<{ readonly of: string; readonly found: ReadTopic | 'not-there' }>();
  const of = `${topic} ${language}`;
  useEffect(() => {
    if (topic === undefined) return;
    let isOld = false;
    void readTopic(topic, language).then((found) => {
      if (!isOld) setRead({ of: `${topic} ${language}`, found: found ?? 'not-there' });
    });
    return () => {
      isOld = true;
    };
  }, [topic, language]);
  return read?.of === of ? read.found : undefined;
}
