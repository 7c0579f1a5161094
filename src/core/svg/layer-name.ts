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
