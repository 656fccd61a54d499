import type { Random } from '../random.ts';

/** What each subdistrict is to hold, before anything is drawn. */
export interface SubdistrictPlan {
  name: string;
  town: boolean;
  /** Grids per community. */
  communities: number[];
  /** Square kilometres wanted for one grid. */
  gridSize: number;
}

/** The two sides of the river, each from west to east; towns at the edge, small dense grids in the middle. Sums: 13, 86, 620. */
const banks = {
  south: [
    { name: '柳塘镇', communities: 6, grids: 36, gridSize: 0.17 },
    { name: '南薰街道', communities: 7, grids: 54, gridSize: 0.085 },
    { name: '文庙街道', communities: 8, grids: 63, gridSize: 0.05 },
    { name: '青石桥街道', communities: 7, grids: 55, gridSize: 0.055 },
    { name: '东桥街道', communities: 7, grids: 54, gridSize: 0.07 },
    { name: '新河街道', communities: 6, grids: 44, gridSize: 0.1 },
    { name: '杏园镇', communities: 6, grids: 36, gridSize: 0.165 },
  ],
  north: [
    { name: '石磨镇', communities: 6, grids: 37, gridSize: 0.175 },
    { name: '望湖街道', communities: 7, grids: 53, gridSize: 0.09 },
    { name: '古渡街道', communities: 7, grids: 54, gridSize: 0.06 },
    { name: '锦云街道', communities: 7, grids: 53, gridSize: 0.065 },
    { name: '枫林街道', communities: 6, grids: 46, gridSize: 0.09 },
    { name: '白鹭镇', communities: 6, grids: 35, gridSize: 0.18 },
  ],
} as const;

export function planOf(bank: keyof typeof banks, random: Random): SubdistrictPlan[] {
  return banks[bank].map(({ name, communities, grids, gridSize }) => {
    const sizes = Array.from({ length: communities }, () => Math.floor(grids / communities));
    for (let i = 0; i < grids % communities; i++) sizes[i]!++;
    // A community more here, a community less there: real ones are not even.
    for (let i = 0; i < communities; i++) {
      const [from, to] = [random.below(communities), random.below(communities)];
      if (sizes[from]! > 4 && sizes[to]! < 11) {
        sizes[from]!--;
        sizes[to]!++;
      }
    }
    return { name, town: name.endsWith('镇'), communities: sizes, gridSize };
  });
}
