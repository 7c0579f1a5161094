// State in, the button for files out: copy, download, their size; the picture as it is seen can be dragged
// out of it.
import { IconExportSmall24 } from '@create-figma-plugin/ui';
import { SCALES, type Scale } from '../../protocol/placing.ts';
import { EXPORT } from '../../words.ts';
import { fileName } from '../picture-name.ts';
import { sideAt, type FileKind } from '../session/export.ts';
import type { Session } from '../session/session.ts';
import { finished, hasRelief } from '../ready.ts';
import { imageOf } from '../shown.ts';
import type { State } from '../state.ts';
import { Menu } from './Menu.tsx';
import { useFile } from './useFile.ts';

export function Files({ state, session }: { state: State; session: Session }) {
  const { drawing, result, draft, prefs } = state;
  const isSharp = result !== null && !draft && result.drawing === drawing;
  const png = isSharp ? result.made.picture.png : null;
  const url = useFile(png, 'image/png');
  // The picture covers the shadow, too, unless that is a layer of its own: then its size is known when it is
  // made.
  const box = imageOf(state)?.box;
  const pixels = (scale: Scale) => (box ? sideAt(box, scale) : null);
  return (
    <span
      class="files"
      title={EXPORT.drag}
      draggable={png !== null}
      onDragStart={(event) => {
        if (!png || !url || !drawing || !result || !event.dataTransfer) return;
        const { sketch } = drawing;
        const { settings } = state;
        const name = fileName(prefs.naming, { sketch, settings, picture: result.made.picture }, 'png');
        event.dataTransfer.effectAllowed = 'copy';
        event.dataTransfer.setData('DownloadURL', `image/png:${name}:${url}`);
        event.dataTransfer.items.add(new File([png as BlobPart], name, { type: 'image/png' }));
      }}
    >
      <Menu<FileKind | `${Scale}`>
        className="files-button"
        label={EXPORT.open}
        disabled={session.isPaused() || !finished(state)}
        groups={[
          {
            label: EXPORT.scale,
            value: `${prefs.scale}`,
            options: SCALES.map((scale) => ({
              value: `${scale}`,
              text: EXPORT.scaled(scale, state.settings.shadowApart ? null : pixels(scale)),
              not: box && pixels(scale) === null ? EXPORT.tooLarge : undefined,
            })),
          },
          {
            label: EXPORT.files,
            value: null,
            act: true,
            options: [
              { value: 'copy', text: EXPORT.copy },
              { value: 'png', text: EXPORT.png },
              ...(hasRelief(state)
                ? [
                    { value: 'relief' as const, text: EXPORT.relief },
                    { value: 'maps' as const, text: EXPORT.maps },
                  ]
                : []),
            ],
          },
        ]}
        onChoose={(chosen) => {
          const scale = SCALES.find((one) => `${one}` === chosen);
          if (scale) session.prefer({ scale });
          else session.exportFile(chosen as FileKind);
        }}
      >
        <IconExportSmall24 />
      </Menu>
    </span>
  );
}
