// In: a symmetric positive definite matrix, a right side. Out: what solves both.
// Cholesky's factorisation; matrices lie row by row.

/** In place: the lower triangle becomes the factor; false: it has none. The upper one is not read. */
export function factorised(matrix: Float64Array, size: number): boolean {
  const least = 1e-9 * matrix[0]!;
  for (let a = 0; a < size; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = matrix[a * size + b]!;
      for (let k = 0; k < b; k++) sum -= matrix[a * size + k]! * matrix[b * size + k]!;
      if (a === b && !(sum > least)) return false;
      matrix[a * size + b] = a === b ? Math.sqrt(sum) : sum / matrix[b * size + b]!;
    }
  }
  return true;
}

/** Forwards by the factor, backwards by its transpose. */
export function solved(factor: Float64Array, right: Float64Array): Float64Array {
  const x = right.slice();
  const size = x.length;
  for (let a = 0; a < size; a++) {
    for (let k = 0; k < a; k++) x[a] = x[a]! - factor[a * size + k]! * x[k]!;
    x[a] = x[a]! / factor[a * size + a]!;
  }
  for (let a = size - 1; a >= 0; a--) {
    for (let k = a + 1; k < size; k++) x[a] = x[a]! - factor[k * size + a]! * x[k]!;
    x[a] = x[a]! / factor[a * size + a]!;
  }
  return x;
}
