/** Every test of Jinja2 3.1. */
export const JINJA2_TESTS = `
  boolean      bool   <any> is boolean
  callable     bool   <any> is callable
  callable     bool   <str>.upper is callable
  defined      bool   <any> is defined
  defined      bool   <undefined> is not defined
  divisibleby  bool   <int> is divisibleby <positive>
  divisibleby  bool   <int> is divisibleby(<positive>)
  eq           bool   <any> is eq <any>
  equalto      bool   <any> is equalto(<any>)
  ==           bool   <ints> | select('==', <int>) | list | length > 0
  !=           bool   <ints> | select('!=', <int>) | list | length > 0
  <            bool   <ints> | select('<', <int>) | list | length > 0
  <=           bool   <ints> | select('<=', <int>) | list | length > 0
  >            bool   <ints> | select('>', <int>) | list | length > 0
  >=           bool   <ints> | select('>=', <int>) | list | length > 0
  escaped      bool   <any> is escaped
  escaped      bool   (<str> | escape) is escaped
  even         bool   <int> is even
  even         bool   <number> is not even
  false        bool   <any> is false
  filter       bool   <str> is filter
  filter       bool   'upper' is filter
  float        bool   <number> is float
  ge           bool   <number> is ge(<number>)
  greaterthan  bool   <number> is greaterthan <number>
  gt           bool   <str> is gt(<str>)
  in           bool   <any> is in <list>
  in           bool   <chars> is not in <str>
  integer      bool   <number> is integer
  iterable     bool   <any> is iterable
  le           bool   <number> is le(<number>)
  lessthan     bool   <number> is lessthan <number>
  lower        bool   <str> is lower
  lt           bool   <number> is lt(<number>)
  mapping      bool   <any> is mapping
  ne           bool   <any> is ne(<any>)
  none         bool   <any> is none
  number       bool   <any> is number
  odd          bool   <int> is odd
  sameas       bool   <bool> is sameas(<any>)
  sequence     bool   <any> is sequence
  string       bool   <any> is string
  test         bool   'odd' is test
  test         bool   <str> is test
  true         bool   <any> is true
  undefined    bool   <any> is undefined
  undefined    bool   <undefined> is undefined
  upper        bool   <str> is upper
`;
