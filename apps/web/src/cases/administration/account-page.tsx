import { Text, Title } from '@mantine/core';
import { listed } from '../../words/sentences.ts';
import { useWords } from '../../words/use-words.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useSession } from '../session/session.ts';
import { useCaseWords } from '../words/use-case-words.ts';
import { type ApiToken, ApiTokens } from './api-tokens.tsx';
import { ChangePassword } from './change-password.tsx';
import { type OwnSession, OwnSessions } from './own-sessions.tsx';
import { SecondFactor } from './second-factor.tsx';

/** What is one's own: password, second factor, sessions, API tokens. */
export function AccountPage() {
  const { account: words, roles } = useCaseWords();
  const { knowledge } = useWords();
  const { who, refresh } = useSession();
  const sessions = useAnswer<readonly OwnSession[]>('/api/sessions');
  const tokens = useAnswer<readonly ApiToken[]>('/api/tokens');
  const onChange = (): void => {
    void refresh();
    sessions.reload();
    tokens.reload();
  };
  return (
    <>
      <Title order={1} size="h3" mb="xs">
        {knowledge.escalation.labelled(words.title)}
        {who?.name}
      </Title>
      <p>
        {knowledge.escalation.labelled(words.roles)}
        {listed(who?.roles.map((role) => roles[role]) ?? [])}
      </p>
      {who?.kind === 'provider' ? (
        <Text mb="sm">{words.ofProvider}</Text>
      ) : (
        <>
          <ChangePassword onChange={onChange} />
          <SecondFactor onChange={onChange} />
        </>
      )}
      <OwnSessions sessions={sessions} onEnd={onChange} />
      <ApiTokens tokens={tokens} />
    </>
  );
}
