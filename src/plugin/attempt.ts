// Something that Figma may refuse in → what it gave, or Figma's words.

export function attempt<T>(act: () => T): { done: T } | { failed: string } {
  try {
    return { done: act() };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}
