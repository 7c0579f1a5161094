// In: a drawing's name. Out: where such a thing has a handle or a hub that one can look through: a mug beside
// it, a bag above it, a watering can on both sides, a gear in its middle.
// In English, German, French, Spanish and Japanese; of several words the last counts, which the others
// describe.
import type { HandlePlace } from '../parts/handles.ts';
import { wordsOf } from './material-words.ts';

const WORDS: Readonly<Record<HandlePlace, string>> = {
  beside:
    'cup cups mug mugs teacup teacups coffee tea beer beers stein jug pitcher trophy tasse tassen becher ' +
    'krug bierkrug pokal kaffee bier teapot coffeepot teekanne kaffeekanne kanne theiere cafetiere tetera ' +
    'cafetera tasses chope pichet trophee cafe biere taza tazas jarra trofeo cerveza ' +
    'kettle kettles wasserkocher wasserkessel teekessel bouilloire hervidor ' +
    'カップ マグ マグカップ コーヒー 紅茶 ジョッキ トロフィー ティーポット 急須 ケトル やかん',
  above:
    'bag bags handbag purse tote backpack suitcase briefcase luggage toolbox toolkit medkit lock padlock ' +
    'unlock basket kettlebell tasche handtasche rucksack koffer aktentasche werkzeugkasten schloss ' +
    'vorhangeschloss korb sac sacs valise mallette cadenas panier bolsa bolso mochila maleta maletin candado ' +
    'cesta 鞄 カバン バッグ スーツケース リュック 錠 南京錠 かご',
  around: 'watering giesskanne arrosoir regadera じょうろ',
  middle:
    'gear gears cog cogs cogwheel gearwheel sprocket settings setting preferences donut doughnut bagel ' +
    'lifebuoy buoy zahnrad zahnrader einstellungen einstellung rettungsring engrenage engrenages parametres ' +
    'reglages beignet bouee engranaje engranajes ajustes configuracion salvavidas ' +
    '歯車 設定 ドーナツ 浮き輪',
};

const PLACES = new Map(
  Object.entries(WORDS).flatMap(([place, words]) =>
    words.split(' ').map((word) => [word, place as HandlePlace] as const),
  ),
);

/** Null: the name says nothing of one. */
export function handleByName(name: string): HandlePlace | null {
  return wordsOf(name).reduce<HandlePlace | null>((found, word) => PLACES.get(word) ?? found, null);
}
