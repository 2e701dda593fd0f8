/** The few functions of jstat that we use; the package ships no types. */
declare module "jstat" {
  interface Distribution2 {
    cdf(x: number, a: number, b: number): number;
    inv(p: number, a: number, b: number): number;
  }
  interface Distribution1 {
    cdf(x: number, a: number): number;
    inv(p: number, a: number): number;
  }
  export const jStat: {
    readonly centralF: Distribution2;
    readonly normal: Distribution2;
    readonly beta: Distribution2;
    readonly chisquare: Distribution1;
    readonly studentt: Distribution1;
    /** Inverse of a square matrix; not finite where there is none. */
    inv(matrix: number[][]): number[][];
  };
}
