// A condition in, the same condition out, but true only after it has held for a while.
// So what is quick never flashes.
import { useEffect, useState } from 'preact/hooks';

/** People notice a wait at about 300 ms. */
const NOTICED_MS = 300;

export function useLater(condition: boolean): boolean {
  const [later, setLater] = useState(false);
  useEffect(() => {
    if (!condition) return setLater(false);
    const timer = setTimeout(() => setLater(true), NOTICED_MS);
    return () => clearTimeout(timer);
  }, [condition]);
  return condition && later;
}
