// In: the names of CSS's cascade layers, in order of appearance. Out: which of them overrides which.
// CSS Cascade 5: a later layer wins over an earlier one, what is in no layer over all, what a layer holds
// itself over its own inner layers.

export class CascadeLayer {
  readonly #inner = new Map<string, CascadeLayer>();

  /** `name`: with points between outer and inner ones; empty: one that nobody else can name. */
  within(name: string): CascadeLayer {
    const [own = '', ...rest] = name.trim().split('.');
    const key = own === '' ? `anonymous ${this.#inner.size}` : own;
    const layer = this.#inner.get(key) ?? new CascadeLayer();
    this.#inner.set(key, layer);
    return rest.length === 0 ? layer : layer.within(rest.join('.'));
  }

  /** Of this one and all inside; the higher one wins. */
  ranks(known = new Map<CascadeLayer, number>()): ReadonlyMap<CascadeLayer, number> {
    for (const layer of this.#inner.values()) layer.ranks(known);
    return known.set(this, known.size);
  }
}
