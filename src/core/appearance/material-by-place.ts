// In: parts with the materials that their names say, in paint order. Out: what their place says instead: the
// legs of a seat are not upholstered, what lies on a screen is shown by it, a flap is of what it closes.
import { brightness, colourfulness, type Rgb } from '../colour/colour.ts';
import type { LightCard, Material } from '../card.ts';
import type { Part } from '../parts/parts.ts';
import { wordsOf } from './material-words.ts';
import { isSoft } from './soft.ts';

export interface NamedPart {
  part: Pick<Part, 'box'>;
  /** Of its own layer; '': none. */
  name: string;
  material: Material;
  colour: Rgb;
  /** Nothing is painted on it. */
  free: boolean;
  /** By the user, or by its own name for a stuff: that stays. */
  settled: boolean;
}

type Box = Part['box'];

const SEATS = new Set(
  (
    'chair armchair sofa couch seat bench stool barstool ottoman pouf bed loveseat settee recliner footstool ' +
    'stuhl sessel hocker bank bett fauteuil chaise canape tabouret silla sillon taburete cama 椅子 ソファ ベッド'
  ).split(' '),
);
const LEGS = new Set(
  'leg legs foot feet castor castors bein beine fuss fusse pied pieds pata patas 脚'.split(' '),
);
// What stands or lies before a screen is not shown by it.
const BEFORE_SCREEN = new Set(
  'camera lens notch island knob hand hands finger fingers pen stylus'.split(' '),
);
const FLAPS = new Set('flap flaps klappe lasche rabat solapa フラップ'.split(' '));
// Of a flap's box so much lies on what it closes.
const CLOSES = 0.8;
// Of all parts' width: a leg is no broader; of their height: it begins no higher, and ends no higher, above
// the ground.
const LEG_WIDTH = 0.18;
const LEG_TOP = 0.5;
const LEG_FOOT = 0.12;
// Legs in a colour as warm as this (red less blue) are of wood, grey ones as bright as this of metal.
const WARM = 20;
const GREY = 0.157;
const BRIGHT = 0.4;

/** One a part. `drawing`: its name. */
export function placedMaterials(parts: readonly NamedPart[], drawing: string, card: LightCard): Material[] {
  const seat = wordsOf(drawing).some((word) => SEATS.has(word));
  const whole = unionOf(parts.map(({ part }) => part.box));
  const screens: NamedPart[] = [];
  return parts.map((one, i) => {
    const told = one.settled ? null : toldBy(one, screens, isFlap(one) ? parts.slice(0, i).reverse() : []);
    if (one.material.id === 'screen') screens.push(one);
    if (one.settled) return one.material;
    if (seat && isUpholstery(one.material) && isLeg(one, whole)) return legMaterial(one, card);
    return told?.material ?? one.material;
  });
}

/** The first of the screens that it lies on, else the first of those below that it closes. */
function toldBy(
  one: NamedPart,
  screens: readonly NamedPart[],
  below: readonly NamedPart[],
): NamedPart | null {
  const screen = isBeforeScreen(one) ? null : screens.find((other) => shows(other, one));
  return screen ?? below.find((other) => closes(one, other)) ?? null;
}

const isBeforeScreen = ({ name }: NamedPart): boolean =>
  wordsOf(name).some((word) => BEFORE_SCREEN.has(word));
const isFlap = ({ name }: NamedPart): boolean => wordsOf(name).some((word) => FLAPS.has(word));

const isUpholstery = (material: Material): boolean => material.texture !== undefined && isSoft(material);

function isLeg({ name, part: { box } }: NamedPart, whole: Box): boolean {
  if (wordsOf(name).some((word) => LEGS.has(word))) return true;
  const [across, down] = [box.x1 - box.x0 + 1, box.y1 - box.y0 + 1];
  const height = whole.y1 - whole.y0 + 1;
  return (
    across <= LEG_WIDTH * (whole.x1 - whole.x0 + 1) &&
    down >= across &&
    whole.y1 - box.y0 <= LEG_TOP * height &&
    whole.y1 - box.y1 <= LEG_FOOT * height
  );
}

function legMaterial({ colour, free }: NamedPart, card: LightCard): Material {
  const warm = colour[0] - colour[2] >= WARM && colour[0] >= colour[1] && colour[1] >= colour[2];
  const steel = colourfulness(colour) <= GREY && brightness(colour) >= BRIGHT;
  const wanted = free || warm ? 'wood' : steel ? 'brushed_metal' : card.defaultMaterial;
  const material = card.materials.find(({ id }) => id === wanted);
  if (!material) throw new Error(`the light's card has no material "${wanted}"`);
  return material;
}

function shows({ part: { box: outer } }: NamedPart, { part: { box } }: NamedPart): boolean {
  return outer.x0 < box.x0 && outer.y0 < box.y0 && outer.x1 > box.x1 && outer.y1 > box.y1;
}

function closes({ part: { box } }: NamedPart, { part }: NamedPart): boolean {
  const across = Math.min(box.x1, part.box.x1) - Math.max(box.x0, part.box.x0) + 1;
  const down = Math.min(box.y1, part.box.y1) - Math.max(box.y0, part.box.y0) + 1;
  const area = (box.x1 - box.x0 + 1) * (box.y1 - box.y0 + 1);
  return across > 0 && down > 0 && across * down >= CLOSES * area;
}

function unionOf(boxes: readonly Box[]): Box {
  return {
    x0: Math.min(...boxes.map(({ x0 }) => x0)),
    y0: Math.min(...boxes.map(({ y0 }) => y0)),
    x1: Math.max(...boxes.map(({ x1 }) => x1)),
    y1: Math.max(...boxes.map(({ y1 }) => y1)),
  };
}
