export interface Comparison {
  readonly name: string;
  /** What `ours` is divided by. */
  readonly against: string;
  readonly unit: string;
  readonly ours: number;
  readonly theirs: number;
  readonly ratio: number;
  readonly rounds: readonly number[];
}

/** A number that stands for itself. */
export interface Reading {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly goal?: string;
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};

/**
 * Measures two things by turns, so that a busy machine slows both, and gives the median of the rounds' ratios.
 * Both return how many of the unit they do in a second.
 */
export const compare = async (
  { name, against, unit, rounds = 3 }: { name: string; against: string; unit: string; rounds?: number },
  ours: (round: number) => Promise<number>,
  theirs: (round: number) => Promise<number>,
): Promise<Comparison> => {
  const pairs: { ours: number; theirs: number }[] = [];
  // The first round warms both up and is thrown away.
  for (let round = 0; round <= rounds; round += 1) {
    const swapped = round % 2 === 1;
    const first = swapped ? await theirs(round) : await ours(round);
    const second = swapped ? await ours(round) : await theirs(round);
    if (round > 0) pairs.push(swapped ? { ours: second, theirs: first } : { ours: first, theirs: second });
  }
  const ratios = pairs.map((pair) => pair.ours / pair.theirs);
  return {
    name,
    against,
    unit,
    ours: Math.round(median(pairs.map((pair) => pair.ours))),
    theirs: Math.round(median(pairs.map((pair) => pair.theirs))),
    ratio: Number(median(ratios).toPrecision(3)),
    rounds: ratios.map((ratio) => Number(ratio.toPrecision(3))),
  };
};
