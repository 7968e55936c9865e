/**
 * Ansible's filters. Left out is what asks the machine or chance (`fileglob`, `expanduser`, `expandvars`, `realpath`,
 * `vault`, `unvault`, `random` and `shuffle` without a seed), and what the Python of the set-up lacks a library for: the
 * family of `ipaddr` (netaddr), and `password_hash` (passlib). Of other collections there are none.
 */
export const ANSIBLE_FILTERS = `
  b64decode      str      <str> | b64encode | b64decode
  b64decode      str      'aGVsbG8=' | b64decode
  b64encode      str      <str> | b64encode
  basename       str      <str> | basename
  bool           bool     <booleanlike> | bool
  checksum       str      <str> | checksum
  combinations   list     <ints> | combinations(2) | list
  combine        map      <map> | combine(<map>)
  combine        map      deep | combine({'b': {'x': [<any>], 'n': <any>}}, recursive=<bool>, list_merge=<merge>)
  combine        map      [<map>, <map>] | combine
  comment        str      <str> | comment
  comment        str      <str> | comment(<style>)
  comment        str      lines | comment('plain', prefix='##\\n', postfix='--', decoration='# ')
  commonpath     str      ['/a/b/c', '/a/b/d', path] | commonpath
  dict2items     maps     <map> | dict2items
  dict2items     list     <map> | dict2items(key_name='k', value_name='v')
  difference     list     <strs> | difference(<strs>) | sort(case_sensitive=true)
  difference     list     <ints> | difference(<ints>) | sort(case_sensitive=true)
  dirname        str      <str> | dirname
  extract        any      <small> | extract(<list>)
  extract        any      'b' | extract(<map>)
  extract        any      'deep' | extract({'deep': deep}, ['b', 'y'])
  flatten        list     <list> | flatten
  flatten        list     nested | flatten(levels=<small>)
  flatten        list     [nothing, [none, [1]]] | flatten(skip_nulls=<bool>)
  from_json      any      json | from_json
  from_json      any      <any> | to_json | from_json
  from_yaml      any      yaml | from_yaml
  from_yaml      any      <any> | to_yaml | from_yaml
  from_yaml_all  list     'a: 1\\n---\\n- b\\n' | from_yaml_all | list
  hash           str      <str> | hash('md5')
  hash           str      <str> | hash('sha256')
  hash           str      <str> | hash
  human_readable str      <number> | human_readable
  human_readable str      <int> | human_readable(isbits=<bool>, unit='K')
  human_to_bytes int      '1.5 MB' | human_to_bytes
  human_to_bytes int      (<small> ~ 'k') | human_to_bytes
  human_to_bytes int      <small> | human_to_bytes(default_unit='M')
  human_to_bytes int      '10Mb' | human_to_bytes(isbits=true)
  intersect      list     <strs> | intersect(<strs>) | sort(case_sensitive=true)
  intersect      list     <ints> | intersect(<ints>) | sort(case_sensitive=true)
  items2dict     map      <map> | dict2items | items2dict
  items2dict     map      servers | items2dict(key_name='name', value_name=<plain_attribute>)
  log            float    <number> | log
  log            float    <positive> | log(2)
  log            float    <number> | log(10)
  mandatory      any      <any> | mandatory
  mandatory      any      <undefined> | mandatory(msg='wanted')
  md5            str      <str> | md5
  normpath       str      <str> | normpath
  normpath       str      '/a/./b//../c/' | normpath
  path_join      str      ['a', <str>] | path_join
  path_join      str      <strs> | path_join
  permutations   list     <ints> | permutations(2) | list
  pow            float    <number> | pow(<small>)
  product        list     <ints> | product(<strs>) | list
  product        list     [1, 2] | product(['a'], [<any>]) | list
  quote          str      <str> | quote
  quote          str      <any> | quote
  random         int      7 | random(seed='a')
  random         any      [1, 'b', 3.5] | random(seed=<str>)
  regex_escape   str      <str> | regex_escape
  regex_escape   str      <str> | regex_escape('posix_basic')
  regex_findall  list     <str> | regex_findall(<pattern>)
  regex_findall  list     <str> | regex_findall('^[a-z]', multiline=<bool>, ignorecase=<bool>)
  regex_replace  str      <str> | regex_replace(<pattern>, <str>)
  regex_replace  str      <str> | regex_replace('(\\w)(\\w)', '\\2<\\1>')
  regex_replace  str      <str> | regex_replace('(?P<First>[a-z])', '\\g<First>\\g<0>', ignorecase=<bool>, count=<small>)
  regex_search   str      <str> | regex_search(<pattern>)
  regex_search   list     <str> | regex_search('(\\w)(\\w)', '\\2', '\\1')
  regex_search   list     <str> | regex_search('(?P<A>l+)(o)?', '\\g<A>')
  rekey_on_member map     servers | rekey_on_member(<plain_attribute>, duplicates='overwrite')
  rekey_on_member map     servers | rekey_on_member('name')
  relpath        str      path | relpath('/etc')
  relpath        str      '/a/b' | relpath('/a/c/d')
  root           float    <number> | root
  root           float    <number> | root(3)
  sha1           str      <str> | sha1
  shuffle        list     <list> | shuffle(seed='a')
  shuffle        list     <ints> | shuffle(seed=<str>)
  split          strs     <str> | split
  split          strs     <str> | split(<chars>)
  split          strs     <str> | split(',', <small>)
  splitext       tuple    <str> | splitext
  splitext       tuple    path | splitext
  strftime       str      '%Y-%m-%d %H:%M:%S' | strftime(<int>, utc=true)
  strftime       str      '%a %A %b %B %j %U %w %y %p %I %%' | strftime(1700000000.5, utc=true)
  subelements    list     servers | subelements('tags')
  subelements    list     servers | subelements('nope', skip_missing=<bool>)
  subelements    list     [{'a': {'b': <list>}}] | subelements('a.b')
  symmetric_difference list <strs> | symmetric_difference(<strs>) | sort(case_sensitive=true)
  symmetric_difference list <ints> | symmetric_difference(<ints>) | sort(case_sensitive=true)
  ternary        any      <bool> | ternary(<any>, <any>)
  ternary        any      <any> | ternary(<any>, <any>, <any>)
  to_datetime    str      '2024-02-29 12:30:00' | to_datetime
  to_datetime    str      '2024-02-29' | to_datetime('%Y-%m-%d')
  to_datetime    float    (('2024-03-01 00:00:01' | to_datetime) - ('2024-02-29 12:30:00' | to_datetime)).total_seconds()
  to_json        str      <any> | to_json
  to_json        str      <map> | to_json(indent=<indent>, sort_keys=<bool>, ensure_ascii=<bool>)
  to_nice_json   str      <any> | to_nice_json
  to_nice_json   str      <map> | to_nice_json(indent=<indent>, sort_keys=<bool>)
  to_nice_yaml   str      <any> | to_nice_yaml
  to_nice_yaml   str      <map> | to_nice_yaml(indent=<positive>, width=<width>)
  to_nice_yaml   str      servers | to_nice_yaml(sort_keys=<bool>, explicit_start=<bool>)
  to_uuid        str      <str> | to_uuid
  to_uuid        str      <str> | to_uuid(namespace='6ba7b810-9dad-11d1-80b4-00c04fd430c8')
  to_yaml        str      <any> | to_yaml
  to_yaml        str      <list> | to_yaml(default_flow_style=<bool>, width=<width>)
  type_debug     str      <any> | type_debug
  union          list     <strs> | union(<strs>) | sort(case_sensitive=true)
  union          list     <ints> | union(<ints>) | sort(case_sensitive=true)
  unique         list     <list> | unique
  unique         list     <strs> | unique(case_sensitive=<bool>)
  urldecode      str      <str> | urlencode | urldecode
  urlsplit       map      <str> | urlsplit
  urlsplit       str      url | urlsplit(<urlpart>)
  win_basename   str      'C:\\\\a\\\\b.txt' | win_basename
  win_dirname    str      'C:\\\\a\\\\b.txt' | win_dirname
  win_splitdrive tuple    'C:\\\\a\\\\b.txt' | win_splitdrive
  zip            list     <list> | zip(<list>) | list
  zip            list     <ints> | zip(<strs>, <list>) | list
  zip_longest    list     <list> | zip_longest(<ints>, fillvalue=<any>) | list
  ansible.builtin.upper str <str> | ansible.builtin.upper
  ansible.builtin.to_json str <any> | ansible.builtin.to_json
`;
