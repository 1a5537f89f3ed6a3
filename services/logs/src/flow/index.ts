export * from './draw-request.ts';
