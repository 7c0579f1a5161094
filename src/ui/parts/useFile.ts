// Bytes or text of an image in, a URL for <img> out; released when it changes or its component goes.
import { useEffect, useState } from 'preact/hooks';

export function useFile(content: Uint8Array | string | null, type: string): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (content === null) return setUrl(null);
    const made = URL.createObjectURL(new Blob([content as BlobPart], { type }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [content, type]);
  return url;
}
