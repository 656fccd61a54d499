const CHUNK = 1 << 20;

/**
 * The shared strings of a workbook, packed as UTF-8 outside the heap of the engine: a million and a half short Chinese strings take
 * 50 MB here and more than 150 MB as an array, and the collector need not walk them.
 */
export class StringTable {
  private readonly chunks: Buffer[] = [];
  private used = CHUNK;
  private starts = new Float64Array(1024);
  private count = 0;

  add(text: string): void {
    const length = Buffer.byteLength(text);
    if (length > 0 && this.used + length > CHUNK) {
      this.chunks.push(Buffer.allocUnsafeSlow(Math.max(CHUNK, length)));
      this.used = 0;
    }
    if (this.count * 2 + 2 > this.starts.length) {
      const larger = new Float64Array(this.starts.length * 2);
      larger.set(this.starts);
      this.starts = larger;
    }
    if (length > 0) this.chunks.at(-1)!.write(text, this.used);
    this.starts[this.count * 2] = (this.chunks.length - 1) * CHUNK + this.used;
    this.starts[this.count * 2 + 1] = length;
    this.used += length;
    this.count++;
  }

  /** The text at an index; empty where a cell points outside the table. */
  at(index: number): string {
    if (!(index >= 0 && index < this.count)) return '';
    const start = this.starts[index * 2]!;
    const length = this.starts[index * 2 + 1]!;
    if (length === 0) return '';
    const from = start % CHUNK;
    return this.chunks[Math.floor(start / CHUNK)]!.toString('utf8', from, from + length);
  }

  get size(): number {
    return this.count;
  }
}
