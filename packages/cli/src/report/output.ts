import { writeSync } from 'node:fs';

/** Standard output or standard error. Node's own streams take 3 ms to load: a tenth of what a whole check takes. */
export type Output = 'stdout' | 'stderr';

const DESCRIPTORS = { stdout: 1, stderr: 2 } as const;
const streamed = new Set<Output>();

/** Writes a text as a whole. Nobody who reads any more is no error, as for any tool before `| head`. */
export function writeText(output: Output, text: string): void {
  const data = Buffer.from(text);
  const written = streamed.has(output) ? 0 : writeNow(DESCRIPTORS[output], data);
  if (written === data.length) return;
  // A pipe that is full and does not block: the stream waits, and whatever follows has to wait behind it.
  streamed.add(output);
  process[output].write(data.subarray(written));
}

/** Returns how much was written before the descriptor would block. */
function writeNow(descriptor: number, data: Buffer): number {
  let written = 0;
  try {
    while (written < data.length) written += writeSync(descriptor, data, written);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException; // Of what fs throws.
    if (code === 'EPIPE') return data.length;
    if (code !== 'EAGAIN') throw error;
  }
  return written;
}
