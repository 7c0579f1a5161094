// Every sentence a user can read because of something she did, by subject.
export * from './words/advice.ts';
export * from './words/engine.ts';
export * from './words/explore.ts';
export * from './words/files.ts';
export * from './words/history.ts';
export * from './words/lights.ts';
export * from './words/many.ts';
export * from './words/models.ts';
export * from './words/naming.ts';
export * from './words/panel.ts';
export * from './words/photo.ts';
export * from './words/plugin.ts';
export * from './words/presets.ts';
export * from './words/refusals.ts';
export * from './words/shortcuts.ts';
export { ago } from './words/phrases.ts';
