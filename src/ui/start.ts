// What the panel knows as it opens, before the plugin and the engine have said anything.
import { PLAIN, type Settings, type Size } from '../core/sketch.ts';
import type { State } from './state.ts';
import { NO_STEPS } from './steps.ts';
import { WHOLE_VIEW } from './zoom.ts';

const FIRST_SIZE: Size = 1024;
const FIRST: Settings = { ...PLAIN, model: '', studio: '', size: FIRST_SIZE };

export const START: State = {
  mode: null,
  editor: 'figma',
  engine: { phase: 'loading', what: null },
  settings: FIRST,
  own: FIRST,
  prefs: {
    where: 'beside',
    again: 'update',
    width: 360,
    height: 640,
    scale: 2,
    section: 'lighting',
    naming: '',
    welcomed: true,
  },
  steps: NO_STEPS,
  drawing: null,
  work: null,
  result: null,
  draft: null,
  parts: null,
  insight: null,
  swatches: null,
  refusal: null,
  placing: false,
  covered: false,
  placed: null,
  told: null,
  palette: null,
  lights: null,
  webgpu: null,
  tab: 'realize',
  view: 'light',
  split: 0.5,
  pointed: null,
  selected: [],
  zoom: WHOLE_VIEW,
  help: false,
  dismissed: {},
};
