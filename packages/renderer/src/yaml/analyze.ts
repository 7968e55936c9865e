/** What the characters of a scalar allow. */
export interface Analysis {
  /** It has a line break. */
  readonly multiline: boolean;
  readonly plainInFlow: boolean;
  readonly plainInBlock: boolean;
  readonly singleQuoted: boolean;
  /** As a literal or a folded block. */
  readonly block: boolean;
}

const empty: Analysis = {
  multiline: false,
  plainInFlow: false,
  plainInBlock: true,
  singleQuoted: true,
  block: false,
};

/** Line breaks of YAML 1.1 that need no escape. */
const breaks = '\\n\\u2028\\u2029';

// libyaml calls nothing past U+FFFF printable, and no tab.
const unprintable = /[^\n\x20-\x7E\u00A0-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD]/;
const anyBreak = new RegExp(`[${breaks}]`);
const breakThenSpace = new RegExp(`[${breaks}] `);
const spaceThenBreak = new RegExp(` [${breaks}]`);
const edge = new RegExp(`^[ ${breaks}]|[ ${breaks}]$`);

const documentMark = /^(?:---|\.\.\.)/;
/** A scalar cannot begin with these, wherever it stands. */
const firstIndicator = /^[#,[\]{}&*!|>'"%@`]/;
const firstBeforeBlank = new RegExp(`^[?:-](?:[ ${breaks}]|$)`);
const colonBeforeBlank = new RegExp(`:(?:[ ${breaks}]|$)`);
const hashAfterBlank = new RegExp(`[ ${breaks}]#`);
const flowIndicator = /[,?[\]{}:]/;

/** Looks at a scalar once, before a style is chosen for it. */
export function analyze(text: string): Analysis {
  if (text === '') return empty;
  if (unprintable.test(text)) return { ...onlyDouble, multiline: /[\n\r\u0085\u2028\u2029]/.test(text) };
  const multiline = anyBreak.test(text);
  if (multiline && spaceThenBreak.test(text)) return { ...onlyDouble, multiline };
  const inBlock = !multiline && !edge.test(text) && !hasBlockIndicator(text);
  return {
    multiline,
    plainInBlock: inBlock,
    plainInFlow: inBlock && !flowIndicator.test(text),
    singleQuoted: !multiline || !breakThenSpace.test(text),
    block: !text.endsWith(' '),
  };
}

const onlyDouble = { plainInFlow: false, plainInBlock: false, singleQuoted: false, block: false };

function hasBlockIndicator(text: string): boolean {
  return (
    documentMark.test(text) ||
    firstIndicator.test(text) ||
    firstBeforeBlank.test(text) ||
    colonBeforeBlank.test(text) ||
    hashAfterBlank.test(text)
  );
}
