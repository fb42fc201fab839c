import type { ManyToMany } from '../metadata/manyToMany';

interface Pair {
  readonly one: string;
  readonly other: string;
}

/** Which rows are associated through many-to-many relationships. They never travel in a solution. */
export class Associations {
  private readonly pairs = new Map<string, readonly Pair[]>();

  /**
   * @param one id of a row of the relationship's first table
   * @param other id of a row of its second table
   */
  public add(relationship: ManyToMany, one: string, other: string): void {
    this.remove(relationship, one, other);
    this.pairs.set(relationship.name, [...this.pairsOf(relationship), { one, other }]);
  }

  /** Nothing happens if the two are not associated. */
  public remove(relationship: ManyToMany, one: string, other: string): void {
    const remaining = this.pairsOf(relationship).filter((pair) => pair.one !== one || pair.other !== other);
    this.pairs.set(relationship.name, remaining);
  }

  /** Ends every association of a row that is gone. */
  public removeAllOf(id: string): void {
    for (const [name, pairs] of this.pairs) {
      this.pairs.set(
        name,
        pairs.filter(({ one, other }) => one !== id && other !== id),
      );
    }
  }

  /** Ids of the rows that are associated with a row of either table, in the order in which they were. */
  public of(relationship: ManyToMany, id: string): readonly string[] {
    return this.pairsOf(relationship).flatMap(({ one, other }) =>
      one === id ? [other] : other === id ? [one] : [],
    );
  }

  private pairsOf({ name }: ManyToMany): readonly Pair[] {
    return this.pairs.get(name) ?? [];
  }
}
