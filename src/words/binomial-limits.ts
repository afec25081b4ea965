/** `found` of `tried`, and how sure the limit shall be: 0.025 leaves 2.5 % beyond it. */
export type BinomialCase = { found: number; tried: number; beyond: number }

/**
 * The odds p / (1 − p) at the lower Clopper–Pearson limit of a proportion p: the p at which `found` or more would turn up
 * with probability `beyond`. 0 where nothing was found. Odds, not p, because p near 1 would lose its digits.
 *
 * Solved by bisection on the logit: `jStat.ibetainv` gives 0.465 for (1e-9, 50, 1), where 0.661 is right, and
 * Bonferroni's correction leads exactly there.
 */
export function lowerOdds({ found, tried, beyond }: BinomialCase): number {
  if (found <= 0) return 0
  let low = -80
  let high = 80
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (upperTail(found, tried, middle) < beyond) low = middle
    else high = middle
  }
  return Math.exp((low + high) / 2)
}

/** The odds at the upper limit: infinite where all were found. */
export function upperOdds({ found, tried, beyond }: BinomialCase): number {
  const mirrored = lowerOdds({ found: tried - found, tried, beyond })
  return mirrored === 0 ? Infinity : 1 / mirrored
}

/** P(X ≥ found) of a binomial with the given logit: the regularised incomplete beta function I_p(found, tried − found + 1). */
function upperTail(found: number, tried: number, logit: number): number {
  return incompleteBeta(logit, found, tried - found + 1)
}

function incompleteBeta(logit: number, a: number, b: number): number {
  // log p and log(1 − p) of a logit, each to full precision.
  const logP = -Math.log1p(Math.exp(-logit))
  const logQ = -Math.log1p(Math.exp(logit))
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * logP + b * logQ)
  // The continued fraction converges fast on this side of the mean; the other side is its mirror image.
  if (Math.exp(logP) < (a + 1) / (a + b + 2)) return (front * continuedFraction(Math.exp(logP), a, b)) / a
  return 1 - (front * continuedFraction(Math.exp(logQ), b, a)) / b
}

/** Continued fraction of the incomplete beta function, DLMF 8.17.22, by Lentz' method. */
function continuedFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value)
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m <= 1000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    fraction *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    fraction *= d * c
    if (Math.abs(d * c - 1) < 1e-14) break
  }
  return fraction
}

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
]

/** ln Γ(x) for x ≥ 0.5, by Lanczos' approximation (g = 7). */
function logGamma(x: number): number {
  const z = x - 1
  let sum = 0.9999999999998099
  LANCZOS.forEach((coefficient, at) => {
    sum += coefficient / (z + at + 1)
  })
  const t = z + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum)
}
