export { OidcSettingsError } from './accounts/oidc/oidc-settings.ts';
export { type BuildOptions, buildServer } from './build-server.ts';
export { type OpenService, openService } from './open-service.ts';
export { type ServerSettings, settingsOf } from './settings/server-settings.ts';
export { type RunningServer, startServer, startWorker } from './start-server.ts';
