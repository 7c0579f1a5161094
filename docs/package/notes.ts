// In: CHANGELOG.md. Out: what is new in its newest part, in a few lines of plain text for Figma's release
// notes, which know no Markdown and which nobody reads for pages.

/** The first list of the newest part is for them. */
const LEAD = 'In short:';
/** Ours: what fits a screen. Figma publishes no limit. Characters. */
export const MOST_NOTES = 1500;

/** Throws where the newest part does not begin with such a list, or it is too long. */
export function releaseNotes(changelog: string): string {
  const [, newest] = changelog.split(/^## /m);
  const [, first, list] = newest?.split(/\n\n/) ?? [];
  if (first?.trim() !== LEAD || !list?.startsWith('- '))
    throw new Error(`CHANGELOG.md: wanted "${LEAD}" and a list at the beginning of its newest part`);
  const text = list
    .replace(/`([^`]*)`|\*\*([^*]+)\*\*/g, '$1$2')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(^|[\s(])_([^_]+)_/gm, '$1$2')
    .replace(/^- /gm, '• ')
    .trim();
  if (text.length > MOST_NOTES)
    throw new Error(`CHANGELOG.md: "${LEAD}" has ${text.length} characters, at most ${MOST_NOTES} are read`);
  return `${text}\n`;
}
