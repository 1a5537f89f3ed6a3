import { useEffect, useState } from 'react';
import type { CaptureTab } from '../captures/open-captures.ts';
import type { ShownBody } from '../engine/shown-body.ts';

/** A larger script is shown as it is: nobody reads it to its end, and it would keep a search waiting. */
const MOST_CHARS = 4 * 1024 * 1024;

/** The text of a body; of a script with lines, where they are wanted. undefined while they are made. */
export function usePrettyScript(
  { connection }: CaptureTab,
  body: ShownBody | undefined,
  pretty: boolean,
): string | undefined {
  const [made, setMade] = useState<{ readonly from: string; readonly text: string }>();
  const { text, language } = body ?? {};
  const wanted = pretty && language === 'javascript' && (text?.length ?? 0) <= MOST_CHARS ? text : undefined;
  useEffect(() => {
    if (wanted === undefined) return;
    let isOld = false;
    const show = (read: string): void => {
      if (!isOld) setMade({ from: wanted, text: read });
    };
    // As it is, rather than nothing.
    void connection.analyst.ask((analyst) => analyst.prettyScript(wanted)).then(show, () => show(wanted));
    return () => {
      isOld = true;
    };
  }, [connection, wanted]);
  if (wanted === undefined) return text;
  return made?.from === wanted ? made.text : undefined;
}
