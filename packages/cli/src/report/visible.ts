/** The pictures of the control characters 0 to 31 follow it. */
const PICTURES = 0x2400;

/** A text in which every character is seen, and that is as long as before: a sign stands for what a terminal would act on. */
export function visible(text: string): string {
  // Node needs a millisecond for the tables of Unicode.
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  // What a terminal acts on or does not show: controls, marks that turn the direction, what has no width.
  const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
  return text.replaceAll('\t', ' ').replace(invisible, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(PICTURES + code);
    return code === 0x7f ? '␡' : '�'.repeat(character.length);
  });
}
