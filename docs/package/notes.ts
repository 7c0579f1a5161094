// In: CHANGELOG.md. Out: its newest part, as plain text for Figma's release notes, which know no Markdown.

/** The lines below the first "## " up to the next; throws where there is none or it is empty. */
export function releaseNotes(changelog: string): string {
  const [, newest] = changelog.split(/^## /m);
  const text = newest
    ?.slice(newest.indexOf('\n'))
    .replace(/`([^`]*)`|\*\*([^*]+)\*\*/g, '$1$2')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(^|[\s(])_([^_]+)_/gm, '$1$2')
    .replace(/^- /gm, '• ')
    .trim();
  if (!text) throw new Error('CHANGELOG.md: wanted a "## " with text below it');
  return `${text}\n`;
}
