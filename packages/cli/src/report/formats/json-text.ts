/**
 * JSON that every program can read. A lone surrogate, which stands for a byte that is no UTF-8, is no character: some parsers
 * refuse it (RFC 8259, section 8.2).
 */
export const jsonText = (report: unknown): string => `${JSON.stringify(report, wellFormed, 2)}\n`;

const wellFormed = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed() : value;
