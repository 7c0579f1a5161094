// In: a layer's name as it stands in an exported SVG. Out: the name as the designer typed it.
// Figma writes each byte of a name's UTF-8 as a decimal reference: "Kühler" arrives as
// "KÃ¼hler". Seen in exports of 2025.

/** Names that hold other characters, or bytes that are no UTF-8, are returned as they are. */
export function layerNameOf(text: string): string {
  if (!/[\u0080-\u00ff]/.test(text) || /[^\u0000-\u00ff]/.test(text)) return text;
  const escaped = Array.from(
    text,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  try {
    return decodeURIComponent(escaped.join(''));
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

/** Of an element that is about to lose its id: what the layer is called stays. */
export function keepName(attributes: Record<string, string>): void {
  const { id, label } = attributes;
  if (id !== undefined && label === undefined) attributes['data-name'] ??= id;
}
