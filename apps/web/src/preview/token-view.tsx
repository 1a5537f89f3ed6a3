import { Badge, Group } from '@mantine/core';
import { useState } from 'react';
import classes from '../details/details.module.css';
import { SectionTitle } from '../details/section-title.tsx';
import { useWords } from '../words/use-words.ts';
import { JsonTree } from './json-tree.tsx';
import { spanText } from './span-text.ts';
import { type WebToken, webTokens } from './web-token.ts';

interface TokenTimesProps {
  readonly text: string;
  /** The moment of the request, ms since 1970. */
  readonly atEpochMs: number | undefined;
}

/** Under a value with a token: its times in words, and its parts at a click. Nothing where there is no token. */
export function TokenTimes({ text, atEpochMs }: TokenTimesProps) {
  const tokens = text.includes('ey') ? webTokens(text) : [];
  return tokens.map((token) => <Token key={token.at} token={token} atEpochMs={atEpochMs} />);
}

function Token({ token, atEpochMs }: { readonly token: WebToken; readonly atEpochMs: number | undefined }) {
  const { details } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <Group gap={6}>
        <button
          type="button"
          className={classes.link}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? '▾' : '▸'} {details.token}
        </button>
        {token.times.map(({ claim, epochMs }) => (
          <TokenTime key={claim} claim={claim} epochMs={epochMs} atEpochMs={atEpochMs} />
        ))}
      </Group>
      {isOpen && <TokenParts token={token} />}
    </div>
  );
}

function TokenTime({
  claim,
  epochMs,
  atEpochMs,
}: WebToken['times'][number] & { readonly atEpochMs: number | undefined }) {
  const { details, knowledge } = useWords();
  const date = new Date(epochMs).toISOString().slice(0, 19).replace('T', ' ');
  const isBad =
    atEpochMs !== undefined &&
    ((claim === 'exp' && epochMs <= atEpochMs) || (claim === 'nbf' && epochMs > atEpochMs));
  const distance =
    atEpochMs === undefined
      ? ''
      : details.beside(spanText(Math.abs(epochMs - atEpochMs), knowledge.language), epochMs > atEpochMs);
  return (
    <Badge variant="light" color={isBad ? 'red' : 'gray'} tt="none" size="sm" title={details.claims[claim]}>
      {isBad ? '✕ ' : ''}
      {claim} {date}Z {distance}
    </Badge>
  );
}

/** Header and claims as trees. */
export function TokenParts({ token }: { readonly token: WebToken }) {
  const { details } = useWords();
  return (
    <>
      <SectionTitle>{details.tokenHeader}</SectionTitle>
      <JsonTree text={token.header} label={details.tokenHeader} />
      {token.claims !== undefined && (
        <>
          <SectionTitle>{details.tokenClaims}</SectionTitle>
          <JsonTree text={token.claims} label={details.tokenClaims} />
        </>
      )}
    </>
  );
}
