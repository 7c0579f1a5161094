// In: counts, names, times. Out: parts of sentences.

/** “1 drawing”, “2 drawings”. */
export const times = (count: number, one: string, more: string) =>
  count === 1 ? `1 ${one}` : `${count} ${more}`;

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** How long ago it was, both in milliseconds since 1970: exact while it matters, then the day. */
export function ago(at: number, now: number): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${times(minutes, 'minute', 'minutes')} ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${times(hours, 'hour', 'hours')} ago`;
  const days = Math.floor(hours / 24);
  if (days < 7) return days === 1 ? 'yesterday' : `${days} days ago`;
  const day = new Date(at);
  const year = day.getFullYear() === new Date(now).getFullYear() ? '' : ` ${day.getFullYear()}`;
  return `${day.getDate()} ${MONTHS[day.getMonth()]}${year}`;
}

/** A layer's name inside a sentence: long names would push the sentence itself out of the notification. */
export function short(name: string): string {
  const letters = [...name.trim()];
  return letters.length <= 24 ? letters.join('') : `${letters.slice(0, 23).join('')}…`;
}
