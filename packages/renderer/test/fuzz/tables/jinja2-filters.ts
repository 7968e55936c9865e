/** Every filter of Jinja2 3.1 but `random`. The result is in a form that can be printed and goes on. */
export const JINJA2_FILTERS = `
  abs            int      <int> | abs
  abs            float    <float> | abs
  attr           any      <map> | attr('a')
  attr           any      <str> | attr(<chars>) | default(<any>)
  batch          list     <list> | batch(<positive>) | list
  batch          list     <list> | batch(<positive>, <any>) | list
  batch          list     <list> | batch(linecount=3, fill_with=<str>) | list
  capitalize     str      <str> | capitalize
  center         str      <str> | center(<small>)
  center         str      <str> | center(width=20)
  count          int      <list> | count
  count          int      <str> | count
  d              any      <undefined> | d(<any>)
  d              any      <any> | d(<any>, <bool>)
  default        any      <any> | default(<any>)
  default        any      <undefined> | default(<any>)
  default        any      <any> | default(<any>, true)
  default        any      <any> | default(default_value=<any>, boolean=<bool>)
  dictsort       list     <map> | dictsort
  dictsort       pairs    {'b': <int>, 'A': <int>, 'c': <int>} | dictsort(<bool>, 'value', reverse=<bool>)
  dictsort       pairs    {<str>: 1, <str>: 2} | dictsort(case_sensitive=<bool>)
  e              str      <str> | e
  escape         str      <any> | escape
  escape         str      (<str> | escape) ~ <str>
  filesizeformat str      <int> | filesizeformat
  filesizeformat str      <number> | filesizeformat(<bool>)
  first          any      <list> | first
  first          str      <str> | first
  float          float    <str> | float
  float          float    <any> | float(<float>)
  forceescape    str      <str> | forceescape
  format         str      '%s and %s' | format(<any>, <any>)
  format         str      '%(a)s' | format(a=<any>)
  format         str      '%.2f' | format(<number>)
  groupby        list     <maps> | groupby('name')
  groupby        list     servers | groupby(<attribute>) | map('last') | list
  groupby        list     servers | groupby('place.rack', default=<int>) | map(attribute='grouper') | list
  groupby        list     <maps> | groupby('weight', default=<int>, case_sensitive=<bool>) | map('first') | list
  indent         str      <str> | indent
  indent         str      <str> | indent(<small>, true)
  indent         str      <str> | indent(width=<chars>, first=<bool>, blank=<bool>)
  int            int      <str> | int
  int            int      <any> | int(<int>)
  int            int      <str> | int(default=<int>, base=<base>)
  int            int      <float> | int
  items          list     <map> | items | list
  items          list     <undefined> | items | list
  join           str      <list> | join
  join           str      <list> | join(<chars>)
  join           str      <maps> | join(', ', attribute='name')
  join           str      <str> | join('-')
  last           any      <list> | last
  last           str      <str> | last
  length         int      <list> | length
  length         int      <str> | length
  length         int      <map> | length
  list           list     <str> | list
  list           list     <tuple> | list
  list           list     <map> | list
  lower          str      <str> | lower
  map            strs     <strs> | map('upper') | list
  map            list     <maps> | map(attribute=<attribute>) | list
  map            list     <maps> | map(attribute='nope', default=<any>) | list
  map            list     <list> | map('default', <any>, true) | list
  map            list     <list> | map('string') | map('length') | list
  map            strs     <strs> | map('replace', 'a', <str>) | list
  max            int      <ints> | max
  max            str      <strs> | max(case_sensitive=<bool>)
  max            any      <maps> | max(attribute='port')
  min            int      <ints> | min
  min            str      <strs> | min(true)
  min            any      <maps> | min(attribute='name')
  pprint         str      <list> | pprint
  pprint         str      <map> | pprint
  pprint         str      servers | pprint
  reject         list     <list> | reject | list
  reject         list     <ints> | reject('odd') | list
  reject         list     <list> | reject('equalto', <any>) | list
  rejectattr     list     <maps> | rejectattr('name', 'equalto', <str>) | list
  rejectattr     list     <maps> | rejectattr('up') | list
  replace        str      <str> | replace(<chars>, <str>)
  replace        str      <str> | replace(<chars>, <str>, <small>)
  replace        str      <str> | replace(old='l', new=<str>, count=1)
  reverse        str      <str> | reverse
  reverse        list     <list> | reverse | list
  round          float    <number> | round
  round          float    <number> | round(<small>)
  round          float    <number> | round(<small>, <rounding>)
  round          int      <float> | round(method='ceil') | int
  safe           str      <str> | safe
  safe           str      (<str> | safe) + <str>
  select         list     <list> | select | list
  select         list     <list> | select('string') | list
  select         ints     <ints> | select('gt', <int>) | list
  select         list     <list> | select('in', <list>) | list
  selectattr     list     <maps> | selectattr('up') | list
  selectattr     maps     <maps> | selectattr('port', 'gt', <int>) | list
  selectattr     list     <maps> | selectattr('place.rack', '==', <int>) | map(attribute='name') | list
  selectattr     list     <maps> | selectattr('weight', 'defined') | list
  slice          list     <list> | slice(<positive>) | list
  slice          list     <list> | slice(<positive>, <any>) | map('list') | list
  sort           ints     <ints> | sort
  sort           strs     <strs> | sort(<bool>, <bool>)
  sort           maps     <maps> | sort(attribute='port', reverse=<bool>)
  sort           list     servers | sort(attribute='place.rack,name') | map(attribute='name') | list
  sort           list     <list> | sort
  string         str      <any> | string
  striptags      str      <str> | striptags
  striptags      str      '<P>a <B>b</B><!-- x -->  &lt;</p>' | striptags
  sum            int      <ints> | sum
  sum            number   <ints> | sum(start=<number>)
  sum            int      <maps> | sum(attribute='port')
  title          str      <str> | title
  title          str      "it's o-k (a) b_c" | title
  tojson         str      <any> | tojson
  tojson         str      <map> | tojson(<indent>)
  trim           str      <str> | trim
  trim           str      <str> | trim(<chars>)
  truncate       str      <str> | truncate(<positive>)
  truncate       str      <str> | truncate(<positive>, true, '…', 0)
  truncate       str      <str> | truncate(length=9, killwords=<bool>, end=<char>, leeway=<small>)
  unique         list     <strs> | unique | list
  unique         list     <strs> | unique(true) | list
  unique         list     <maps> | unique(attribute='name') | list
  unique         list     <ints> | unique | list
  upper          str      <str> | upper
  urlencode      str      <str> | urlencode
  urlencode      str      {'a b': <any>, 'é': <str>} | urlencode
  urlencode      str      [('x', <str>), ('y', <int>)] | urlencode
  urlize         str      <str> | urlize
  urlize         str      'see http://example.org/a?b=1, www.x.org (or me@x.org).' | urlize(<small>, <bool>)
  urlize         str      url | urlize(target='_blank', rel=<str>)
  wordcount      int      <str> | wordcount
  wordwrap       str      <str> | wordwrap(<positive>)
  wordwrap       str      sentence | wordwrap(width=<positive>, break_long_words=<bool>, wrapstring=<char>)
  wordwrap       str      <str> | wordwrap(9, break_on_hyphens=<bool>)
  xmlattr        str      {'id': <any>, 'class': <str>, 'x': none} | xmlattr
  xmlattr        str      <map> | xmlattr(<bool>)
`;
