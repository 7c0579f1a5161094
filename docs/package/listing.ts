// In: listing.json, all that is typed into Figma's form. Out: what does not fit the form, and the texts to
// paste from.
// The limits are those of the form as docs/publish.md tells them, with their sources.

export interface Listing {
  name: string;
  tagline: string;
  description: string[];
  category: string;
  tags: string[];
  /** An address or a page; null until whoever publishes has entered one. */
  supportContact: string | null;
  security: { question: string; answer: string; because: string }[];
}

export const LIMITS = { tagline: 100, tags: 12 };

/** One sentence for each thing that Figma's form would refuse; none where all fits. */
export function misfits(listing: Listing): string[] {
  const wrong: string[] = [];
  for (const field of ['name', 'tagline', 'category'] as const)
    if (!listing[field].trim()) wrong.push(`${field} is empty`);
  if (listing.supportContact?.trim() === '')
    wrong.push('supportContact is empty: it is who answers users, or null as long as nobody is named');
  if (!listing.description.some((line) => line.trim())) wrong.push('description is empty');
  if (listing.tagline.length > LIMITS.tagline)
    wrong.push(`tagline has ${listing.tagline.length} characters, Figma takes ${LIMITS.tagline}`);
  if (listing.tags.length === 0) wrong.push('there are no tags');
  if (listing.tags.length > LIMITS.tags)
    wrong.push(`there are ${listing.tags.length} tags, Figma takes ${LIMITS.tags}`);
  if (new Set(listing.tags).size < listing.tags.length) wrong.push('a tag stands there twice');
  for (const { question, answer, because } of listing.security)
    if (!question || !answer || !because) wrong.push(`security: "${question}" has no answer or no reason`);
  return wrong;
}

/** listing.txt: each field below its name in Figma's form. */
export function listingText(listing: Listing): string {
  const fields: [string, string][] = [
    ['Name', listing.name],
    ['Tagline', listing.tagline],
    ['Description', listing.description.join('\n')],
    ['Category', listing.category],
    ['Tags', listing.tags.join(', ')],
    [
      'Support contact',
      listing.supportContact ?? 'NOT YET: your address or page, in docs/package/listing.json',
    ],
  ];
  return fields.map(([field, text]) => `${field}\n${'-'.repeat(field.length)}\n${text}\n`).join('\n');
}

/** security.txt: the security self-assessment, a question at a time. */
export function securityText(listing: Listing): string {
  return listing.security
    .map(({ question, answer, because }) => `${question}\n→ ${answer}. ${because}\n`)
    .join('\n');
}
