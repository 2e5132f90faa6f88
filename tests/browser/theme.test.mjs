/**
 * The canvas and the plain page have the same colours: each of app/ui/theme.cpp in web/page.css, in all three themes.
 * Whether each pair can be read is tested in tests/unit/ui/theme_test.cpp.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './support/paths.mjs';

const cpp = readFileSync(join(root, 'app/ui/theme.cpp'), 'utf8');
const css = readFileSync(join(root, 'web/page.css'), 'utf8');
const plain = { paper: 'paper', surface: 'surface', ink: 'ink', ink_soft: 'ink-soft', line: 'line', line_strong: 'line-strong', focus_inner: 'ring-inner', focus_outer: 'ring-outer' };
const hues = ['primary', 'plum', 'indigo'];
const tones = ['neutral', 'good', 'warn', 'bad'];

const longHex = (hex) => (hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex).toUpperCase();

/** The colours of one theme, by the names of the style sheet. */
function ofCpp(name) {
  const block = new RegExp(`constexpr Theme ${name}\\{([^]*?)\\n\\};`).exec(cpp)[1];
  const colors = new Map();
  const shared = (variable) => new RegExp(`${variable}\\{([^}]*)\\}`).exec(cpp)[1];
  const listOf = (field) => {
    const written = new RegExp(`\\.${field} = (\\{[^}]*\\}|\\w+)`).exec(block)[1];
    const text = written.startsWith('{') ? written : shared(written);
    return [...text.matchAll(/rgb\(0x([0-9A-F]{6})\)/g)].map(([, hex]) => hex);
  };
  for (const [field, variable] of Object.entries(plain)) colors.set(variable, new RegExp(`\\.${field} = rgb\\(0x([0-9A-F]{6})\\)`).exec(block)[1]);
  for (const hue of hues) {
    const [strong, on, hover, soft] = listOf(hue);
    for (const [variable, hex] of [[hue, strong], [`on-${hue}`, on], [`${hue}-over`, hover], [`${hue}-soft`, soft]]) colors.set(variable, hex);
  }
  for (const tone of tones) {
    const [ink, soft] = listOf(tone);
    colors.set(tone, ink).set(`${tone}-soft`, soft);
  }
  return colors;
}

function ofCss(theme) {
  const block = theme === 'contrast' ? /html\[data-theme="contrast"\] \{([^]*?)\}/.exec(css)[1] : /^html \{([^]*?)\n\}/m.exec(css)[1];
  return new Map([...block.matchAll(/--([\w-]+): (?:light-dark\(#(\w+), #(\w+)\)|#(\w+))/g)]
    .map(([, name, light, dark, one]) => [name, longHex(one ?? (theme === 'dark' ? dark : light))]));
}

for (const [name, theme] of [['light', 'light'], ['dark', 'dark'], ['high_contrast', 'contrast']]) {
  test(`the plain page has the canvas's colours: ${theme}`, () => {
    const [drawn, styled] = [ofCpp(name), ofCss(theme)];
    assert.equal(drawn.size, 28);
    for (const [variable, hex] of drawn) assert.equal(styled.get(variable), hex, `--${variable}`);
  });
}
