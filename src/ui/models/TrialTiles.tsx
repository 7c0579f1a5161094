// A file that is being tried in, a tile for each way of feeding it out, with the user's own drawing.
// A click chooses.
import { MODELS } from '../../words.ts';
import { Pixels } from '../explore/Pixels.tsx';
import { Progress } from '../parts/Progress.tsx';
import type { Models } from './models.ts';
import type { Trial } from './state.ts';

export function TrialTiles({ trial, models }: { trial: Trial; models: Models }) {
  const { name, tiles, ways } = trial;
  const done = tiles.filter((tile) => tile !== null).length;
  return (
    <>
      {ways.length > 1 && <p>{MODELS.ask}</p>}
      {done < ways.length && <Progress text={MODELS.trying(name)} fraction={done / ways.length} />}
      <ul class={ways.length > 1 ? 'ways' : 'ways ways-one'} aria-label={MODELS.tiles} tabIndex={-1}>
        {ways.map((way, n) => {
          const tile = tiles[n] ?? null;
          const [first, second] = MODELS.way(way);
          const words = (
            <span class="way-words">
              <span>{first}</span>
              <span class="quiet">{second}</span>
            </span>
          );
          return (
            <li key={way.card.id}>
              <button
                type="button"
                class="way"
                disabled={tile === null || typeof tile === 'string'}
                onClick={() => models.pick(n)}
              >
                <span class="way-picture">
                  {tile === null ? (
                    <span class="skeleton" />
                  ) : typeof tile === 'string' ? (
                    <span class="quiet">{tile}</span>
                  ) : (
                    <Pixels image={tile} />
                  )}
                </span>
                {ways.length > 1 && words}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
