// A command in, a field to copy it from out: for whoever trained the model.
import { Button } from '@create-figma-plugin/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { MODELS } from '../../words.ts';

export function Command({ text }: { text: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => setCopied(false), [text]);
  const copy = (): void => {
    field.current?.select();
    // The frame is no secure context, so it has no navigator.clipboard; what is selected can be copied by
    // hand, too.
    setCopied(document.execCommand('copy'));
  };
  return (
    <div class="models-command">
      <input
        ref={field}
        aria-label={MODELS.command}
        type="text"
        readOnly
        value={text}
        onFocus={() => field.current?.select()}
      />
      <Button secondary onClick={copy}>
        {copied ? MODELS.copied : MODELS.copy}
      </Button>
    </div>
  );
}
