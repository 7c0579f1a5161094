// What --help prints.
import { NAMING } from '../words.ts';
import { LAMP } from './lamp-option.ts';
import { PART } from './part-option.ts';
import { FINISHES, FORMS } from '../core/part-choice.ts';
import { BACKGROUNDS, PLAIN, SHADINGS, SIZES } from '../core/sketch.ts';

export const HELP = `Turns vector drawings into realistic pictures.

  npm run realize -- <drawing …> [options]

A drawing is an SVG file, or a photo of one (PNG, JPEG); a folder, which stands for its SVG files or, where it has
none, its photos; a pattern such as 'icons/**/*.svg'; or - for a pipe, whose picture goes to stdout.

  -o FILE          where to write the picture (one drawing only; default: beside the drawing, as .png)
                   FILE.glb: the relief with its materials for 3D programs, longer side 1 metre, unlit
                   -: to stdout (with npm, use "npm run -s realize", which prints nothing of its own)
  --out-dir DIR    folder for the pictures of several drawings
  --name PATTERN   how files are called: {name} of the drawing, {colourway} (the palette of its parts, or "${NAMING.asDrawn}"),
                   {size}, {seed}, {n} (1, 2, 3 ...), such as "{name}_{size}"; names that are taken get a number
  --force          overwrites files that were given as drawings, and pictures of the same run
  --size N         longest side in pixels: ${SIZES.join(', ')} (default 512);
                   or 1x, 2x, 3x, 4x: so many pixels a unit of the drawing
  --light NAME     light set-up (default: the light's own; --list tells them)
  --light-angle A,E  turns the light: A degrees to the viewer's right, E degrees higher (default 0,0)
  --lamp ${LAMP}
                   one of the set-up's three lights, 1 the key light: turned by degrees as above, and 0 to 1, 0.5 as the
                   set-up has it; what is left empty or out stays. "1=20,10/0.7" is brighter, "2=/0" is off. Once for each.
  --model ID       generator (default realize; --list tells them), or a file of your own, such as mugs.onnx
  --ink dark|light, --range signed|unsigned, --stroke thin|thick, --input lines|colours
                   how a file of your own is fed that has no card: dark or light lines, -1 to 1 or 0 to 1, 1.5 or
                   3 of 256 pixels, lines alone or the drawing's own colours. What was taken is said.
  --called NAME    what the drawing is called, which tells what it is, such as mug (default: as its file)
  --seed N         chooses what the drawing leaves open, such as colours of uncoloured parts (default 1)
  --no-shadow      without the shadow on the ground
  --shadow-apart   the shadow as a picture of its own, NAME-shadow.png, with its own box
  --background B   what lies behind: ${BACKGROUNDS.join(', ')} (default none: transparent)
                   frame: the frame's own fill; sweep: a studio's paper; gradient; table: smooth, mirrors what stands
  --backdrop COLOUR  colour of sweep, gradient and table (default ${PLAIN.backdrop})
  --shading S      light and shade that the drawing paints: ${SHADINGS.join(', ')} (default soften), so that
                   our light does not shade it twice; gradients of hue, images and flat fills stay
  --form F         form of all parts: ${FORMS.join(', ')} (default found: as the generator finds it)
  --edge N         how rounded edges are, 0 (sharp) to 1 (default 0.5: as found)
  --thickness N    how far parts stand out over what they lie on, 0 (not at all) to 1 (default 0.5: as found)
  --roughness N    how rough surfaces are, 0 (as smooth as a mirror) to 1 (dull) (default 0.5: as their material has it)
  --texture-scale N  how large textures are, 0 (a quarter) to 1 (four times) (default 0.5: as their material has it)
  --part ${PART}
                   what one part wears, such as "body#1=#c4623f/ceramic/matte" or "body#1=///round"; what is left
                   empty or out stays as drawn, or as the options above say for all. Once for each part.
                   Keys are listed by --json, materials by --list; finishes are
                   ${FINISHES.join(', ')}.
  --stage NAME     instead of the picture write what the model sees or finds: lines, normals, parts
  --maps           maps of the surface beside the picture: NAME-normal.png (OpenGL's convention: y up), NAME-height.png
                   (16-bit grey; its text and --json tell the range, in the drawing's units), NAME-parts.png; at most
                   2048 pixels
  --json           one JSON object a line on stdout, nothing else there; with the drawing's parts by their keys
  --list           the materials, light set-ups and generators that there are, no picture; with --json for programs
  --help           this text

A PNG or JPEG file (a photo or scan of a sketch on paper) is traced to lines first:
  --threshold N    how dark pencil must be to count, 0 (all that is there) to 1 (default 0.5: as found)
  --line-weight N  line width, as a multiple of the usual one, 0.1 to 10 (default 1)
  --corners X,Y,X,Y,X,Y,X,Y
                   where the sheet's corners lie, clockwise from its top left, 0 to 1 of the image's sides:
                   the sheet is straightened. --stage lines shows what becomes of it.

What was written is told on stderr, and how far it is where that is a terminal.
Exit code 1: some drawing gave no picture (the others are done), or a light, model, part or material is not known;
2: the command itself is wrong.
`;
