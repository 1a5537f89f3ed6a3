import { Title } from '@mantine/core';
import { useSession } from '../session/session.ts';
import { useCaseWords } from '../words/use-case-words.ts';
import { ApiTokens } from './api-tokens.tsx';
import { SecondFactor } from './second-factor.tsx';

/** What is one's own: the second factor, API tokens. */
export function AccountPage() {
  const { account: words, roles } = useCaseWords();
  const who = useSession((session) => session.who);
  return (
    <>
      <Title order={1} size="h3" mb="xs">
        {words.title}: {who?.name}
      </Title>
      <p>
        {words.roles}: {who?.roles.map((role) => roles[role]).join(', ')}
      </p>
      <SecondFactor />
      <ApiTokens />
    </>
  );
}
