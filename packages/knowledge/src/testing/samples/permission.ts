import { type GroupSamples, request, withoutId } from './shared.ts';

export const permissionSamples: GroupSamples<'permission'> = {
  'permission/feature-no-access': [
    {
      ...request,
      features: 'singleNumberReach',
      featureCount: 1,
      template: 'Shop floor',
      level: 'ORG',
      conflicting: false,
    },
    { ...withoutId, features: 'a, b', featureCount: 12, conflicting: true },
  ],
};
