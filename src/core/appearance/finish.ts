// In: a material's channel values and a finish. Out: the same stuff, sanded, satin or polished.
//
//            bare                     matte              satin             gloss
//   metal    its own roughness        bead-blasted       brushed soft      polished
//   glass    clear                    frosted            clear             clear
//   others   base and coat            no coat            thin coat         lacquer over a calmer surface
import { channelAt } from '../card.ts';
import type { Finish } from '../part-choice.ts';

/** In place. `channels`: the light's, in the order of `values`. */
export function finish(values: Float32Array, channels: readonly { name: string }[], wish: Finish): void {
  const at = (name: string): number => values[channelAt(channels, name)]!;
  const set = (name: string, value: number): void => {
    values[channelAt(channels, name)] = value;
  };
  const scale = (name: string, by: number): void => set(name, at(name) * by);
  if (at('transmission') > 0.05) {
    set('roughness', wish === 'matte' ? 0.55 : wish === 'satin' ? 0.22 : Math.min(at('roughness'), 0.05));
    set('coat', wish === 'matte' ? 0 : wish === 'satin' ? 0.45 : 1);
    return;
  }
  if (at('metal') > 0.9) {
    set('roughness', wish === 'matte' ? 0.58 : wish === 'satin' ? 0.34 : 0.1);
    if (wish === 'matte') set('anisotropy', 0);
    // Polish takes the scratches off, and lacquer is not laid on metal.
    if (wish === 'gloss') for (const name of ['anisotropy', 'bump', 'mottle']) scale(name, 0.15);
    return;
  }
  if (wish === 'matte') {
    set('roughness', Math.max(at('roughness'), 0.78));
    set('coat', 0);
    return;
  }
  const woven = at('sheen') > 0.5;
  // Cloth stays cloth under a shine: its threads are filled only in part.
  const more = woven ? 0.2 : 0;
  const own = at('roughness');
  set('roughness', more + (wish === 'gloss' ? Math.min(own, 0.18) : Math.min(Math.max(own, 0.36), 0.42)));
  set('coat', wish === 'gloss' ? 1 : Math.min(Math.max(at('coat'), 0.35), 0.45));
  if (wish === 'gloss') scale('bump', 0.5);
  if (woven) scale('sheen', wish === 'gloss' ? 0.2 : 0.6);
}
