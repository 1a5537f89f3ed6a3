/** Fields in which services name the build that answers, the more telling first. */
export const buildFields = [
  'x-build',
  'x-build-id',
  'x-build-number',
  'x-build-version',
  'x-app-version',
  'x-application-version',
  'x-service-version',
  'x-release',
  'x-release-id',
  'x-revision',
  'x-git-commit',
  'x-git-sha',
  'x-commit',
  'x-commit-id',
  'x-version',
] as const;
