/** Operators and the rules of expressions: the name, the type that it gives, the text with `<type>` for its parts. */
export const OPERATORS = `
  +          int        <int> + <int>
  +          float      <float> + <number>
  +          str        <str> + <str>
  +          list       <list> + <list>
  +          tuple      <tuple> + <tuple>
  -          int        <int> - <int>
  -          float      <number> - <float>
  *          int        <int> * <int>
  *          float      <float> * <number>
  *          str        <str> * <small>
  *          list       <small> * <list>
  /          float      <number> / <number>
  //         int        <int> // <int>
  //         float      <number> // <float>
  %          int        <int> % <int>
  %          float      <float> % <number>
  %          str        '%s|%r' % (<any>, <any>)
  %          str        '%5d|%-6s|%05.1f|%x|%%' % (<int>, <str>, <number>, <positive>)
  %          str        '%(k)s' % {'k': <any>}
  %          str        '%+d %e %g %o %c' % (<int>, <float>, <number>, <positive>, <char>)
  **         int        <int> ** <small>
  **         float      <float> ** <small>
  **         float      <positive> ** -<small>
  negative   int        -<int>
  negative   float      -<float>
  positive   number     +<number>
  and        any        <any> and <any>
  and        bool       <bool> and <bool>
  or         any        <any> or <any>
  or         bool       <bool> or <bool>
  not        bool       not <any>
  ==         bool       <any> == <any>
  ==         bool       <number> == <number>
  ==         bool       <list> == <tuple>
  !=         bool       <any> != <any>
  !=         bool       <map> != <map>
  <          bool       <number> < <number>
  <          bool       <str> < <str>
  <=         bool       <number> <= <number>
  <=         bool       <ints> <= <ints>
  >          bool       <number> > <number>
  >          bool       <str> > <str>
  >=         bool       <number> >= <number>
  >=         bool       <tuple> >= <tuple>
  in         bool       <any> in <list>
  in         bool       <chars> in <str>
  in         bool       <str> in <map>
  not-in     bool       <any> not in <list>
  not-in     bool       <chars> not in <str>
  chained    bool       <number> < <number> <= <number>
  chained    bool       <any> == <any> != <any>
  chained    bool       <str> in <strs> == <bool>
  ~          str        <any> ~ <any>
  ~          str        <any> ~ <any> ~ <any>
`;

/** The other rules of Jinja2's expressions. */
export const RULES = `
  condition       any        <any> if <any> else <any>
  condition       str        <str> if <bool> else <str>
  condition       int        <int> if <bool> else <int>
  condition       list       <list> if <bool> else <list>
  if-without-else any        <any> if <bool>
  parentheses     any        (<any>)
  attribute       any        <map>.a
  attribute       str        servers[<small>].name
  attribute       any        deep.b.x
  attribute       bool       <map>.items is callable
  integer-attribute any      <list>.0
  integer-attribute str      <str>.1
  item            any        <map>['b']
  item            any        <map>[<str>]
  item            any        <list>[<small>]
  item            str        <str>[<small>]
  item            int        numbers[-1]
  item            any        shadow['items']
  slice           str        <str>[<small>:]
  slice           str        <str>[:<small>]
  slice           str        <str>[<small>:<small>]
  slice           list       <list>[::<positive>]
  slice           list       <list>[<small>:<small>:-1]
  slice           str        <str>[::-1]
  slice           tuple      <tuple>[-<small>:]
  slice           ints       <ints>[:]
  tuple           tuple      (<any>, <any>)
  tuple           tuple      (<any>,)
  list            list       [<any>, <any>, <any>]
  list            list       [<any>,]
  list            ints       [<int>, <int>]
  list            strs       [<str>, <str>, <str>]
  list            pairs      [(<str>, <any>), [<str>, <any>]]
  list            maps       [{'name': <str>, 'port': <int>}, {'name': <str>, 'port': <int>, 'weight': <float>}]
  dict            map        {'a': <any>, 'b': <any>}
  dict            map        {<str>: <any>, <int>: <any>,}
  dict            map        {<float>: <any>, <bool>: <any>, <none>: 1, (1, 2): <int>}
  call            ints       range(<small>, <small>)
  call            ints       range(<small>, <positive>, <positive>)
  call-named      map        dict(a=<any>, b=<any>)
  call-spread     ints       range(*[<small>, <small>])
  call-spread     str        '{}-{}'.format(*<list>)
  call-spread-named map      dict(a=<any>, **<map>)
  call-spread-named str      '{a}'.format(**<map>)
  global-dict     map        dict(<pairs>)
  global-dict     map        dict(<map>, c=<any>)
  global-namespace any       namespace(a=<any>).a
  global-cycler   any        cycler(<any>, <any>).next()
  global-cycler   any        cycler(<any>, 2).current
  global-joiner   str        joiner(<str>)()
  global-range    list       range(<small>) | list
  filter-chain    str        <str> | upper | lower | length
  filter-on-unary any        -<number> | abs
`;

/** What is no template, or fails in every case: both have to say so. */
export const ERRORS = `
  unknown-filter     any     <any> | nosuch
  unknown-test       bool    <any> is nosuch
  unknown-in-map     list    <list> | map('nosuch') | list
  lazy-unknown       any     <any> | nosuch if false else <any>
  two-names          any     word <any>
  open-bracket       any     (<any>
  open-item          any     <list>[<int>
  keyword            any     <any> is
  no-operand         any     <int> +
  named-before       any     dict(a=1, <any>)
  twice-named        any     dict(a=1, a=<any>)
  divided-by-zero    int     <int> // 0
  str-and-int        any     <str> + <int>
  unhashable         map     {<list>: 1}
  chained-tests      bool    <any> is defined is sameas true
  no-call            any     <int>()
  missing-argument   str     <str> | replace('a')
  too-many           str     <str> | upper(1)
  unknown-argument   str     <str> | trim(nosuch=1)
`;
