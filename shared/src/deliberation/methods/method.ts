/** A ballot method: an empty count, one ballot more, two counts joined. Joining is associative and commutative. */
export interface Method<Choice extends string, Tally> {
  readonly id: string;
  readonly choices: readonly Choice[];
  readonly emptyTally: Tally;
  readonly add: (tally: Tally, choice: Choice) => Tally;
  readonly combine: (a: Tally, b: Tally) => Tally;
}

export const tallyBy = <C extends string, T>(method: Method<C, T>, ballots: Iterable<C>): T => {
  let tally = method.emptyTally;
  for (const choice of ballots) tally = method.add(tally, choice);
  return tally;
};
