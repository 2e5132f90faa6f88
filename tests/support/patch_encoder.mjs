/**
 * Writes patches as app/ui's encoder does, from plain objects, so that the mirror can be tested
 * without the application. Used by tests/browser/mirror, in Node and in the page.
 */
import { Role, State } from '../../web/mirror_roles.js';

export { Role, State };

const fieldOrder = ['name', 'value', 'description', 'error', 'states', 'level', 'progress', 'rect',
  'box', 'href', 'lang', 'autocomplete', 'input', 'options', 'live', 'look'];

export class PatchBuilder {
  constructor() {
    this.bytes = [];
    this.count = 0;
  }

  u8(value) { this.bytes.push(value & 255); return this; }
  u16(value) { return this.u8(value).u8(value >> 8); }
  u32(value) { return this.u16(value).u16(value >>> 16); }

  number(size, value) {
    const view = new DataView(new ArrayBuffer(size));
    if (size === 4) view.setFloat32(0, value, true);
    else view.setFloat64(0, value, true);
    this.bytes.push(...new Uint8Array(view.buffer));
    return this;
  }

  id(value) {
    const big = BigInt(value);
    return this.u32(Number(big & 0xffffffffn)).u32(Number(big >> 32n));
  }

  string(text) {
    const encoded = new TextEncoder().encode(text);
    this.u32(encoded.length);
    for (const byte of encoded) this.bytes.push(byte);
    return this;
  }

  fields(fields) {
    let mask = 0;
    fieldOrder.forEach((name, bit) => { if (name in fields) mask |= 1 << bit; });
    this.u32(mask);
    for (const name of fieldOrder) if (name in fields) this.field(name, fields[name]);
    return this;
  }

  field(name, value) {
    switch (name) {
      case 'states': this.u32(value); break;
      case 'level': case 'live': this.u8(value); break;
      case 'progress': this.number(8, value); break;
      case 'rect': case 'box': for (const side of value) this.number(4, side); break;
      case 'input': this.u8(value.type ?? 0).u8(value.mode ?? 0).u16(value.maxLength ?? 0); break;
      case 'options':
        this.u16(value.length);
        for (const option of value) this.string(option.value).string(option.label);
        break;
      default: this.string(value);
    }
  }

  begin(op) {
    this.count++;
    return this.u8(op);
  }

  create(id, role, fields = {}) { return this.begin(1).id(id).u8(role).fields(fields); }
  set(id, fields) { return this.begin(2).id(id).fields(fields); }
  children(id, ids) {
    this.begin(3).id(id).u32(ids.length);
    for (const child of ids) this.id(child);
    return this;
  }
  remove(id) { return this.begin(4).id(id); }
  focus(id) { return this.begin(5).id(id); }
  height(value) { return this.begin(6).number(4, value); }
  announce(text) { return this.begin(7).string(text); }
  scroll(y) { return this.begin(8).number(4, y); }

  finish() {
    const head = new PatchBuilder().u32(0x31504c41).u32(this.count);
    return [...head.bytes, ...this.bytes];
  }
}

/**
 * A whole tree as one patch. A tree is {id, role, …fields, kids: [tree, …]}; the list given hangs
 * below the container.
 */
export function treePatch(trees, builder = new PatchBuilder()) {
  const walk = (tree, visit) => { visit(tree); (tree.kids ?? []).forEach((kid) => walk(kid, visit)); };
  const each = (visit) => trees.forEach((tree) => walk(tree, visit));
  each(({ id, role, kids, ...fields }) => builder.create(id, role, fields));
  builder.children(0, trees.map(({ id }) => id));
  each(({ id, kids }) => { if (kids?.length) builder.children(id, kids.map((kid) => kid.id)); });
  return builder;
}
