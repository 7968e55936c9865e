import { crypto } from '../crypto.ts';

/** The number that Python's `random.seed` makes of a text: its bytes, followed by their SHA-512. */
export function seedOfText(text: string): bigint {
  const bytes = Buffer.from(text, 'utf8');
  const digest = crypto().createHash('sha512').update(bytes).digest('hex');
  return BigInt(`0x${bytes.toString('hex')}${digest}`);
}
