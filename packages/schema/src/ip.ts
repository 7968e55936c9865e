// node:net knows this, and takes 4 ms to load: it brings streams.

/** Whether a text is an IPv4 address: four numbers up to 255, without zeros before them. */
export const isIPv4 = (text: string): boolean => V4.test(text);

const V4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

/** Whether a text is an IPv6 address (RFC 4291, section 2.2), without a zone. */
export const isIPv6 = (text: string): boolean =>
  text.includes(':') && /^[0-9A-Fa-f:.]+$/.test(text) && URL.canParse(`http://[${text}]`);

/** Whether a text is an address of either family. */
export const isIP = (text: string): boolean => isIPv4(text) || isIPv6(text);
