// In: a layer's name. Out: the form that its words say such a thing has, where lines leave it open.
// In English, German, French, Spanish and Japanese; of several words the last counts, which the others
// describe.
import { wordsOf } from './material-words.ts';

/** A vessel is hollow where it is looked into, and round where it is seen from its side. */
export type NamedForm = 'flat' | 'round' | 'hollow' | 'vessel';

const WORDS: Readonly<Record<NamedForm, string>> = {
  round:
    'ball balls sphere orb globe bead beads pearl bubble balloon egg kugel kugeln globus perle perlen blase ' +
    'ballon ei boule bulle oeuf bola esfera globo perla burbuja huevo pelota ボール 球 玉 地球儀 風船 泡 卵',
  flat:
    'plate plates panel board signboard tile tiles card coin teller platte tafel schild karte fliese munze ' +
    'assiette plaque panneau carte carreau plato placa tablero tarjeta azulejo moneda ' +
    '皿 板 パネル プレート カード タイル 硬貨',
  vessel:
    'bowl bowls basin sink washbasin saucepan schussel schale becken waschbecken bol bassin vasque evier ' +
    'cuenco tazon lavabo fregadero ボウル 鉢 丼 洗面台',
  hollow: 'crater recess cavity hollow dent mulde delle vertiefung krater cratere creux hueco hoyo くぼみ 穴',
};

const FORMS = new Map(
  Object.entries(WORDS).flatMap(([form, words]) =>
    words.split(' ').map((word) => [word, form as NamedForm] as const),
  ),
);

/** Null: the name says nothing of it. */
export function formByName(name: string): NamedForm | null {
  return wordsOf(name).reduce<NamedForm | null>((found, word) => FORMS.get(word) ?? found, null);
}
