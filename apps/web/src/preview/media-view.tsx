import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { byteText } from '../captures/quantity.ts';
import { useWords } from '../words/use-words.ts';
import { HexView } from './hex-view.tsx';
import classes from './preview.module.css';

interface MediaProps {
  readonly bytes: Uint8Array;
  readonly mimeType: string;
}

/** The address of a copy in this browser's memory, for as long as it is shown. */
function useBlobUrl(bytes: Uint8Array, mimeType: string): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mimeType }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, mimeType]);
  return url;
}

/** Drawn by the browser's decoder; an SVG in an image runs nothing and loads nothing. */
export function PictureView({ bytes, mimeType }: MediaProps) {
  const { details } = useWords();
  const url = useBlobUrl(bytes, mimeType);
  const [size, setSize] = useState<string>();
  const [isBroken, setBroken] = useState(false);
  if (isBroken)
    return (
      <>
        <Text c="dimmed">{details.undrawable}</Text>
        <HexView bytes={bytes} />
      </>
    );
  return (
    <>
      <Text size="sm" c="dimmed" mb={4}>
        {[size, byteText(bytes.length), mimeType].filter(Boolean).join(' · ')}
      </Text>
      {url !== undefined && (
        <img
          src={url}
          alt={details.capturedPicture}
          className={classes.checkered}
          onLoad={({ currentTarget }) =>
            setSize(`${currentTarget.naturalWidth} × ${currentTarget.naturalHeight}`)
          }
          onError={() => setBroken(true)}
        />
      )}
    </>
  );
}

/** Sound, or pictures that move. Nothing plays by itself. */
export function SoundOrFilm({ bytes, mimeType, kind }: MediaProps & { readonly kind: 'audio' | 'video' }) {
  const { details } = useWords();
  const url = useBlobUrl(bytes, mimeType);
  if (url === undefined) return null;
  return (
    <>
      <Text size="sm" c="dimmed" mb={4}>
        {[byteText(bytes.length), mimeType].join(' · ')}
      </Text>
      {kind === 'audio' ? (
        // biome-ignore lint/a11y/useMediaCaption: a capture holds none
        <audio src={url} controls preload="metadata" aria-label={details.capturedSound} />
      ) : (
        // biome-ignore lint/a11y/useMediaCaption: a capture holds none
        <video
          src={url}
          controls
          preload="metadata"
          style={{ maxWidth: '100%' }}
          aria-label={details.capturedSound}
        />
      )}
    </>
  );
}

/** Letters of the six languages, and figures. */
const SAMPLES = [
  'ABCDEFGHIJKLM abcdefghijklm 0123456789',
  'Voix ambiguë d’un cœur',
  'いろは 東京',
  '가나다',
  '永和九年',
  'ЖИвот',
];

let fonts = 0;

/** A font in use. The browser checks it before it draws with it, and a font loads nothing. */
export function FontView({ bytes }: { readonly bytes: Uint8Array }) {
  const { details } = useWords();
  const [family, setFamily] = useState<string>();
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    const name = `captured-${fonts++}`;
    const face = new FontFace(name, new Uint8Array(bytes).buffer);
    let isOld = false;
    face.load().then(
      () => {
        if (isOld) return;
        document.fonts.add(face);
        setFamily(name);
      },
      () => !isOld && setBroken(true),
    );
    return () => {
      isOld = true;
      document.fonts.delete(face);
    };
  }, [bytes]);
  if (isBroken)
    return (
      <>
        <Text c="dimmed">{details.undrawable}</Text>
        <HexView bytes={bytes} />
      </>
    );
  if (family === undefined) return null;
  return SAMPLES.map((sample) => (
    <Text key={sample} ff={`"${family}"`} fz={28}>
      {sample}
    </Text>
  ));
}
