/**
 * How residents speak of one category. Places in braces are filled in:
 * `{c}` compound, `{b}` building, `{u}` unit and door, `{r}` road, `{n}` house number, `{s}` shop, `{d}` for how long, `{w}` when,
 * `{h}` time of day, `{e}` late in the evening,
 * `{k}` school, `{y}` kindergarten, `{x}` a small number, `{m}` an amount of money, `{v}` community, `{t}` subdistrict, `{f}` floor.
 */
export interface Wording {
  /** One for each fact, in the same order. */
  titles: readonly string[];
  /** What is wrong, said in different words. */
  facts: readonly string[];
  /** What else is told. */
  details: readonly string[];
  /** What the unit did about it. */
  answers: readonly string[];
}

export type Wordings = Readonly<Record<string, Wording>>;
