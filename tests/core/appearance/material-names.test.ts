import { describe, expect, it } from 'vitest';
import { materialOf, openMaterialNames } from '../../../src/core/appearance/material-by-name.ts';
import { cards } from '../fake.ts';

const known = openMaterialNames(cards.light);

interface Fill {
  colour: [number, number, number];
  alpha: number;
  guess?: { material: string | null; sure: boolean };
}
const RED: Fill = { colour: [120, 20, 20], alpha: 1 };
const BROWN: Fill = { colour: [110, 72, 34], alpha: 1 };
const GREY: Fill = { colour: [144, 164, 174], alpha: 1 };
const BLACK: Fill = { colour: [26, 26, 28], alpha: 1 };
const PALE: Fill = { colour: [207, 232, 245], alpha: 1 };
const SHEER: Fill = { colour: [90, 150, 200], alpha: 0.7 };
const BARE: Fill = { colour: [128, 128, 128], alpha: 1, guess: { material: null, sure: false } };

const look = (names: readonly string[], fill: Fill): string | null => {
  const [still, rolling] = [false, true].map((wheel) => materialOf(known, { names, wheel, ...fill }).id);
  // Where no name says anything, dark wheels are rubber and other things are not.
  return still === rolling ? (still ?? null) : null;
};

const listed = (names: string): string[] => names.split('|').map((name) => name.trim());

/** Layer names as designers write them, each on an opaque red part of a drawing whose name says nothing. */
const NAMES: Record<string, string> = {
  glass: `
    glass | Glass | bottle glass | glass bottle | Glass/Body | window_glass | GlassBottle_2 | wine glass |
    front glass 3 | crystal | glass bottle with gold cap |
    Glas mit Holzdeckel | clear plastic lid | Plexiglass panel | Glas | Glasflasche | Weinglas |
    Glasplatte links | Fensterglas | Glaskörper | Kristallglas | Kühler Glas | verre | Verre à vin |
    bouteille en verre | plateau verre | vidrio | botella de vidrio | Cristal templado | mesa cristal |
    ガラス | ガラス瓶 | 強化ガラス | フロントガラス | ｶﾞﾗｽ`,
  tinted_glass: `
    tinted glass | Green glass bottle | amber glass | stained glass window | Rauchglas | verre fumé |
    vidrio ahumado | ステンドグラス`,
  brushed_metal: `
    steel | bowl steel | Steel bowl | handle/steel | Frame 1/handle steel | stainless steel pot | metal |
    Metal base | aluminium frame | aluminum | brushed metal lid | titanium case | cast iron pan |
    tin can | Stahl | Edelstahl | Edelstahltopf | Stahlrohr | Metallgriff | Eisen | Blechdose | Alu |
    Alufelge | acier | poignée acier | inox | fer forgé | métal | Métal brossé | acero |
    acero inoxidable | hierro | metálico | aluminio | 金属 | ステンレス | 鉄のフライパン | アルミ缶 | スチール | 鋼`,
  polished_metal: `
    silver | Silver spoon | ring silver | polished metal clasp | nickel | Silber | Silberring |
    silbern | argent | Cuillère argent | plata | anillo de plata | 銀 | 銀のスプーン | シルバー`,
  chrome: `
    chrome | chrome tap | Chrome/ring | chromed pipe | Chrom | verchromt | Griff verchromt | chromé |
    cromo | grifo cromado | クロム`,
  gold: `
    gold | Gold | collar ring gold | ring-gold | golden crown | brass handle | leather strap, gold |
    Color=Gold, Size=Small | Goldring | Messing | Messinggriff | vergoldet | doré | anneau doré | laiton |
    oro | anillo de oro | dorado | latón | 金 | 金のリング | ゴールド | 真鍮`,
  copper: `
    copper | copper pipe | bronze statue | rose gold ring | Kupfer | Kupferkessel | Bronze | cuivre |
    cobre | bronce | 銅 | 銅鍋`,
  wood: `
    Music box | jewelry box |
    wood | Wooden handle | handle wood | handle with wood inlay |
    oak | table top oak | walnut_veneer | bamboo | plywood |
    cork stopper | Holz | Holzgriff | holz-griff | Eichenholz | Eiche | Griff Nussbaum | Kiefer | Korken |
    bois | plateau bois | chêne | poignée en bois | madera | mango de madera | roble | pino | 木 | 木製 |
    木の脚 | オーク | コルク | 竹`,
  ceramic: `
    ceramic | Ceramic body | porcelain cup | white porcelain | mug | stoneware | Keramik | Keramikvase |
    Porzellan | Porzellantasse | céramique | vase céramique | porcelaine | cerámica | porcelana | 陶器 |
    磁器 | セラミック`,
  glossy_plastic: `
    column enamel | enamel | Enamel pot | lacquer | acrylic | Lackiert | Emaille | Emailletopf | laqué |
    esmalte | アクリル | glossy body`,
  satin_plastic: `
    plastic | plastic cap | bowl plastic | Kunststoff | Kunststoffdeckel | Plastik | plastique |
    plástico | プラスチック | 樹脂`,
  matte_plastic: `
    matte plastic | nylon | knob | ABS shell`,
  fabric: `
    Sleeping bag | bean bag | Pants | blue jeans | hoodie | Jacke | pantalon | 靴下 |
    fabric | Fabric seat | seat/cotton | linen | wool blanket | velvet cushion | felt | denim | Stoff |
    Stoffbezug | Baumwolle | Leinen | Wolle | Filz | Samt | tissu | coton | assise velours | laine |
    tela | algodón | lana | 布 | 布のカバー | コットン | ウール`,
  leather: `
    leather | Leather strap | strap leather | Leder | Lederriemen | Kunstleder | cuir | sac cuir |
    cuero | correa de cuero | 革 | 革ベルト | レザー`,
  suede: `
    suede | Suede upper | nubuck | Wildleder | Wildlederstiefel | daim | ante | スエード`,
  knit: `
    knit | Knitted hat | sweater | Strickmütze | tricot | maille | ニット`,
  mesh: `
    mesh | Mesh upper | malla | メッシュ`,
  wood_rings: `
    end grain | tree stump | Baumscheibe | Hirnholz | 切り株`,
  rubber: `
    rubber | Rubber sole | silicone grip | tyre | Gummi | Gummisohle | Silikon | caoutchouc | goma |
    caucho | ゴム | シリコン`,
  cardboard: `
    cardboard | kraft box | Pappe | Karton | Kartonschachtel | 段ボール`,
  paper: `
    tea bag |
    paper | Paper label | label | Papier | Papiertüte | papier | papel | 紙 | 和紙`,
  plaster: `
    plaster | stucco wall | Gips | plâtre | yeso | 石膏`,
  concrete: `
    concrete | concrete step | brick | terracotta | Beton | Betonsockel |
    Stein | béton | pierre | hormigón | piedra | ladrillo | コンクリート |
    石 | レンガ`,
  marble: `
    marble | marble top | column marble | Marmorplatte | marbre | mármol | 大理石`,
  carbon: `
    carbon | carbon fibre | Carbon frame | Kohlefaser | fibra de carbono | カーボン`,
  liquid: `
    wine | water | orange juice | Water 2`,
  opaque_liquid: `
    coffee | espresso`,
  glow: `
    bulb | flame | LED`,
  screen: `
    screen | Screen/content | touchscreen | phone screen`,
  glazing: `
    windscreen | headlight left | lens | Camera/lens outer | camera lens`,
};

/** What drawing tools and icon sets call things, and words that only sound like a material. */
const SILENT = `
  Vector | Vector 12 | Vector_3 | Ellipse 12 | Rectangle 4 | Path | Path 1 Copy | Union | Subtract |
  Group 17 | Frame 1 | Frame 427318 | Google Chrome | google-chrome-logo | Search box | bell pepper |
  Ferris wheel | face with tongue | Shape | Line 3 | Polygon 1 | Star 2 | Layer 1 | Oval | Fill 1 |
  Stroke | mask group | Mask group_2 | clip path group | Clip path | clip0_12_34 | Component 5 |
  Instance | btn_primary | btn-secondary/hover | ic_24_close | icon/arrow-left | icon/home | Icon |
  Icons/24px/user | body | handle | lid | base | highlight | shadow | outline | background | bg |
  Property 1=Default | State=Hover, Size=md | Variant2 | Artboard 3 | Email | email-outline |
  Clear all | clear | show/hide | Tap target | Tap to continue | Focus ring | canvas | Canvas 1 |
  Slate 500 | gold standard | Goldfish | Golden hour | Golden ratio | steel blue | Color/brick red |
  silver grey | Iron Man | pine tree | paper plane | lightning bolt | glasses | hourglass |
  mirror left | Mirror_right | Wing mirror | Magnifying glass | Hour glass | jar | perfume |
  sunglasses | Bücher | Jetzt buchen | Eisenbahn | Papierkorb | Maske | Hintergrund | Ebene 1 |
  Rechteck 2 | Pfad | Griff | Deckel | Calque 1 | Arrière-plan | Tracé | couvercle | Capa 1 | Fondo |
  Trazado | tapa | レイヤー 1 | 長方形 3 | 料金 | 銀行 | お金 | 地下鉄 | 木曜日 | サングラス | ブレザー | スケジュール | or | Alumni |
  Table lamp | Desk_Lamp | lampe de table | desk phone | table fan | Radio tower | tower crane | card reader |
  label printer | mailbox | Mail box | tool box | Hat stand | Coat hanger | Glasgow | 123 | 🔥 | Ö`;

describe('a layer’s name says what it is made of', () => {
  const table = Object.entries(NAMES).flatMap(([id, names]) =>
    listed(names).map((name) => [name, id] as const),
  );

  it('in three hundred names and more', () => {
    expect(new Set(table.map(([name]) => name)).size).toBeGreaterThan(300);
  });
  it.each(table)('%s: %s', (name, id) => expect(look(['drawing', 'Frame 7', name], RED)).toBe(id));
  it.each([...listed(SILENT), ''])('%s: nothing', (name) =>
    expect(look(['drawing', 'Frame 7', name], RED)).toBeNull(),
  );

  it.each([
    // Of what is clear or mirrors, words for things say only what translucent, pale, bare or (mirrors) shiny
    // parts are.
    ['jar', SHEER, 'glass'],
    ['jar', PALE, 'glass'],
    ['jar', BARE, 'glass'],
    ['jar', BROWN, null],
    ['lens', SHEER, 'glass'],
    ['lens', BLACK, 'glazing'],
    ['magnifying glass', SHEER, 'glass'],
    ['magnifying glass handle', BROWN, null],
    ['mirror left', PALE, 'chrome'],
    ['mirror left', GREY, 'chrome'],
    ['mirror left', BLACK, null],
    ['faucet', GREY, 'chrome'],
    ['faucet', BARE, 'chrome'],
    ['buckle', GREY, 'polished_metal'],
    ['buckle', BARE, 'polished_metal'],
    ['buckle', RED, null],
    // An icon set's name.
    ['solar lock linear', RED, null],
    ['solar panel', BLACK, 'glazing'],
    ['ring', RED, null],
    ['wheel rim', GREY, 'polished_metal'],
    ['rim', RED, null],
    ['rim', PALE, 'satin_plastic'],
    ['silver rim', RED, 'polished_metal'],
    // Words for materials say it of any.
    ['glass', BROWN, 'glass'],
    ['mirror chrome', BLACK, 'chrome'],
    ['wine', BLACK, 'liquid'],
    ['ice cream', BROWN, 'glossy_plastic'],
    ['ice cream', PALE, 'glossy_plastic'],
  ] as const)('%s on %o: %s', (name, fill, id) => expect(look(['drawing', name], fill)).toBe(id));

  it.each([
    // The nearest name that says something: the layer's, its groups' outward, the drawing's.
    [['steel', 'oak', 'Vector'], 'wood'],
    [['drawing', 'wooden chair', 'cushion'], 'fabric'],
    [['drawing', 'gold watch', 'strap'], 'leather'],
    [['drawing', 'Glass bottle', 'cork'], 'wood'],
    [['drawing', 'Holz', 'Gruppe 3', 'Pfad 2'], 'wood'],
    [['drawing', 'Wood', 'Glass'], 'glass'],
    [['Oak table', 'Vector'], 'wood'],
    [['Icons/Oak table', 'Vector'], 'wood'],
    [['drawing', 'Bag/strap/Vector'], 'leather'],
    [['drawing', 'Steel bottle/cap plastic'], 'satin_plastic'],
    [['drawing', 'Phone/screen'], 'screen'],
    [['drawing', 'coffee', 'Vector'], null],
    [['Mug', 'rim'], 'ceramic'],
    // The drawing's name says nothing of the kind on parts in a colour of their own.
    [['Hourglass', 'Rectangle 1'], null],
    [['Glass bowl', 'Vector'], 'ceramic'],
    [['Glass sphere', 'Vector'], null],
    [['Glass table', 'leg'], 'wood'],
    [['Glass table', 'Glass table', 'leg'], 'wood'],
    [['glass-table', 'Glass table', 'leg'], 'wood'],
    [['Television', 'case'], null],
    [['Chrome lamp', 'Vector'], null],
    [['drawing', 'Glass table', 'top'], 'glass'],
    [['Glass', 'Glass'], 'glass'],
  ] as const)('%j: %s', (names, id) => expect(look(names, BROWN)).toBe(id));

  it('a drawing’s name may say what translucent, pale and bare parts are', () => {
    for (const fill of [SHEER, PALE, BARE]) expect(look(['Hourglass', 'Vector'], fill)).toBe('glass');
  });
});
