// The keys and gestures that the panel knows.

/** The list of keys and gestures. */
export const SHORTCUTS = {
  title: 'Keys and gestures',
  open: 'Keys and gestures (?)',
  close: 'Close',
  groups: [
    [
      'Everywhere',
      [
        ['This list', '?'],
        ['Cancel, leave, close', 'Esc'],
        ['Undo, redo', 'Ctrl Z, Ctrl Shift Z'],
        ['Place', 'Enter'],
        ['Next drawing, the one before', 'Page down, up'],
      ],
    ],
    [
      'Picture',
      [
        ['Turn the light', 'drag, arrows'],
        ['Light as it was', 'double click, Home'],
        ['Choose a part, several', 'click, Shift click'],
        ['Zoom', 'Ctrl wheel, pinch, + −'],
        ['Whole picture', '0'],
        ['Move what is zoomed', 'wheel, middle button'],
      ],
    ],
    [
      'Explore',
      [
        ['Select', 'click, Space'],
        ['Select several', 'Shift click'],
        ['Place', 'double click, Enter'],
      ],
    ],
  ],
} as const;
