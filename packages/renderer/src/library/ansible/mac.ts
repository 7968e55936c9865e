import { formatAddress } from '../../addresses/address.ts';
import { givenBy } from '../../addresses/ipaddr.ts';
import { formatMac, interfaceId, macFormats, parseMac } from '../../addresses/mac.ts';
import { firstOf } from '../../addresses/network.ts';
import { PythonError } from '../../values/errors.ts';
import { fn, type PythonFunction } from '../../values/function.ts';
import { integer } from '../../values/integer.ts';
import { str } from '../../values/print.ts';
import type { Value } from '../../values/value.ts';

/** The filters of the collection ansible.utils for the addresses of network cards. */
export const macFilters: Readonly<Record<string, PythonFunction>> = {
  hwaddr: fn("hwaddr(value, query='', alias='hwaddr')", (_call, value: Value, query: Value, alias: Value) =>
    hwaddr(value, str(query), str(alias)),
  ),
  macaddr: fn("macaddr(value, query='')", (_call, value: Value, query: Value) =>
    hwaddr(value, str(query), 'macaddr'),
  ),
  slaac: fn("slaac(value, query='')", (_call, value: Value, query: Value) => {
    const network = givenBy(value)?.network;
    const mac = parseMac(str(query));
    if (network?.version !== 6 || mac === undefined) return false;
    return formatAddress({ version: 6, value: firstOf(network) + interfaceId(mac) });
  }),
};

/** EUI-64. */
const longer = /^[0-9a-f]{1,2}(?:[:-][0-9a-f]{1,2}){7}$/i;

function hwaddr(value: Value, query: string, name: string): Value {
  const failure = (message: string): PythonError =>
    new PythonError('AnsibleFilterError', `${name}: ${message}`);
  const text = typeof value === 'boolean' || value === null ? '' : str(value);
  if (longer.test(text))
    throw new PythonError('NotSupported', `${name}: an address of 64 bits is not supported here: ${text}`);
  const mac = Array.isArray(value) ? undefined : parseMac(text);
  if (mac === undefined) {
    if (query === '' || query === 'bool') return null;
    throw failure(`not a hardware address: ${str(value)}`);
  }
  if (query === '') return text;
  if (query === 'bool') return true;
  if (query === 'int') return integer(mac);
  const format = macFormats.get(query);
  if (!format) throw failure(`unknown filter type: ${query}`);
  return formatMac(mac, format);
}
