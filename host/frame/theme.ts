// The CSS variables that Figma gives a window opened with themeColors: true. In:
// theme. Out: class name and CSS text.
// D: developers.figma.com/docs/plugins/css-variables (names; class figma-light or figma-dark on <html>;
// <style id="figma-style">). Values are those of the documentation's table.

export type Theme = 'light' | 'dark';

/** name: light dark */
const TABLE = `
bg: #ffffff #2c2c2c
bg-hover: #f5f5f5 #383838
bg-pressed: #e6e6e6 #444444
bg-secondary: #f5f5f5 #383838
bg-tertiary: #e6e6e6 #444444
bg-inverse: #2c2c2c #ffffff
bg-disabled: #d9d9d9 #757575
bg-disabled-secondary: #b3b3b3 #b3b3b3
bg-selected: #e5f4ff #4a5878
bg-selected-hover: #bde3ff #536383
bg-selected-pressed: #e5f4ff #4a5878
bg-selected-secondary: #f2f9ff #394360
bg-selected-tertiary: #f2f9ff #394360
bg-selected-strong: #0d99ff #0c8ce9
bg-onselected: #bde3ff #667799
bg-onselected-hover: #bde3ff #667799
bg-onselected-pressed: #bde3ff #667799
bg-brand: #0d99ff #0c8ce9
bg-brand-hover: #007be5 #0a6dc2
bg-brand-pressed: #007be5 #105cad
bg-brand-secondary: #0768cf #105cad
bg-brand-tertiary: #e5f4ff #394360
bg-component: #9747ff #8a38f5
bg-component-hover: #8638e5 #7a2ed6
bg-component-pressed: #8638e5 #652ca8
bg-component-secondary: #7c2bda #652ca8
bg-component-tertiary: #f1e5ff #473956
bg-danger: #f24822 #e03e1a
bg-danger-hover: #dc3412 #c4381c
bg-danger-pressed: #dc3412 #963323
bg-danger-secondary: #bd2915 #963323
bg-danger-tertiary: #ffe2e0 #60332a
bg-success: #14ae5c #198f51
bg-success-hover: #009951 #078348
bg-success-pressed: #009951 #0a5c35
bg-success-secondary: #008043 #0a5c35
bg-success-tertiary: #cff7d3 #2f483c
bg-warning: #ffcd29 #f3c11b
bg-warning-hover: #ffc21a #f2b50d
bg-warning-pressed: #ffc21a #e4a711
bg-warning-secondary: #fab815 #e4a711
bg-warning-tertiary: #fff1c2 #5c4100
border: #e6e6e6 #444444
border-strong: #2c2c2c #ffffffe6
border-disabled: #e6e6e6 #444444
border-disabled-strong: #b3b3b3 #ffffff66
border-selected: #0d99ff #0c8ce9
border-selected-strong: #007be5 #7cc4f8
border-onselected: #bde3ff #667799
border-onselected-strong: #007be5 #ffffffe6
border-brand: #bde3ff #536383
border-brand-strong: #007be5 #7cc4f8
border-onbrand: #007be5 #0a6dc2
border-onbrand-strong: #ffffff #ffffff
border-component: #e4ccff #604d75
border-component-strong: #8638e5 #d6b6fb
border-danger: #ffc7c2 #864537
border-danger-strong: #dc3412 #fca397
border-success: #aff4c6 #517361
border-success-strong: #009951 #7cd797
border-warning: #ffe8a3 #7a5800
border-warning-strong: #b86200 #f7d15f
icon: #000000e5 #ffffff
icon-hover: #000000e5 #ffffff
icon-pressed: #007be5 #0a6dc2
icon-secondary: #00000080 #ffffffb3
icon-secondary-hover: #000000e5 #ffffff
icon-tertiary: #0000004d #ffffff66
icon-tertiary-hover: #000000e5 #ffffff
icon-disabled: #0000004d #ffffff66
icon-ondisabled: #ffffff #2c2c2c
icon-oninverse: #ffffff #000000e6
icon-selected: #007be5 #7cc4f8
icon-selected-secondary: #007be5 #7cc4f8
icon-selected-tertiary: #80caff #7cc4f8
icon-onselected: #007be5 #ffffff
icon-onselected-secondary: #00000080 #ffffffb3
icon-onselected-tertiary: #0000004d #ffffff66
icon-onselected-strong: #ffffff #ffffff
icon-brand: #007be5 #7cc4f8
icon-brand-pressed: #0768cf #0c8ce9
icon-brand-secondary: #80caff #667799
icon-brand-tertiary: #bde3ff #4a5878
icon-onbrand: #ffffff #ffffff
icon-onbrand-secondary: #ffffffcc #ffffffcc
icon-onbrand-tertiary: #ffffff66 #ffffff66
icon-component: #8638e5 #d1a8ff
icon-danger: #dc3412 #fca397
icon-danger-hover: #bd2915 #fbbcb6
icon-danger-secondary: #ff9c94 #fca397
icon-ondanger: #ffffff #ffffff
icon-success: #009951 #7cd797
icon-warning: #b86200 #f7d15f
icon-onwarning: #000000e5 #000000e6
text: #000000e5 #ffffff
text-hover: #000000e5 #ffffff
text-secondary: #00000080 #ffffffb3
text-secondary-hover: #000000e5 #ffffff
text-tertiary: #0000004d #ffffff66
text-tertiary-hover: #000000e5 #ffffff
text-disabled: #0000004d #ffffff66
text-ondisabled: #ffffff #2c2c2c
text-oninverse: #ffffff #000000e6
text-selected: #007be5 #7cc4f8
text-selected-secondary: #007be5 #7cc4f8
text-selected-tertiary: #80caff #7cc4f8
text-onselected: #000000e5 #ffffffe6
text-onselected-secondary: #00000080 #ffffffb3
text-onselected-tertiary: #0000004d #ffffff66
text-onselected-strong: #ffffff #ffffff
text-brand: #007be5 #7cc4f8
text-brand-secondary: #007be5 #7cc4f8
text-brand-tertiary: #80caff #7cc4f8
text-onbrand: #ffffff #ffffff
text-onbrand-secondary: #ffffffcc #ffffffcc
text-onbrand-tertiary: #ffffff66 #ffffff66
text-component: #8638e5 #d1a8ff
text-danger: #dc3412 #fca397
text-danger-secondary: #dc3412 #fca397
text-ondanger: #ffffff #ffffff
text-success: #009951 #7cd797
text-onsuccess: #ffffff #ffffff
text-warning: #b86200 #f7d15f
text-onwarning: #000000e5 #000000e6
`;

export function themeStyle(theme: Theme): { className: string; css: string } {
  const variables = TABLE.trim()
    .split('\n')
    .map((line) => {
      const [name, light, dark] = line.split(/:? /);
      return `--figma-color-${name}: ${theme === 'light' ? light : dark};`;
    });
  return { className: `figma-${theme}`, css: `:root { ${variables.join(' ')} }` };
}
