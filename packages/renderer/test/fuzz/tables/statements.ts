/** Statements and what goes with them: `¶` is a newline, `<w>` and `<m>` control whitespace in tags and in prints. */
export const STATEMENTS = `
  text              statement  a line ¶
  text              statement    <% not a tag %> $x #
  text              statement  ¶
  text              statement  \t two words
  print             statement  {{<m> <any> <m>}}
  print             statement  {{<m> <str> <m>}}¶
  print             statement  {{ <odd> }}
  comment           statement  {#<w> a note <w>#}
  comment           statement    {#<w> {{ x }} {% if %} <w>#}¶
  raw               statement  {%<w> raw <w>%} {{ x }} {% if %} {%<w> endraw <w>%}
  raw               statement  {%<w>raw%}¶{#{%<w>endraw%}¶
  if                statement  {%<w> if <bool> <w>%}<body>{%<w> endif <w>%}
  if                statement  {%<w> if <any> <w>%}¶<body>¶{%<w> endif <w>%}¶
  if-else           statement  {% if <any> <w>%}<body>{%<w> else <w>%}<body>{% endif %}
  elif              statement  {% if <bool> %}<body>{%<w> elif <any> %}<body>{% elif <bool> %}<body>{% else %}<body>{% endif <w>%}
  for               statement  {%<w> for item in <list> <w>%}<body>{%<w> endfor <w>%}
  for               statement  {% for item in <list> %}{{ loop.<loop> }},<body>{% endfor %}
  for               statement  {% for item in <any> %}<body>{% endfor %}
  for               statement  {% for item in <strs> %}¶  {{ item }}¶{% endfor %}¶
  for-unpack        statement  {% for x, item in <pairs> %}{{ x }}<body>{% endfor %}
  for-unpack        statement  {% for x, item in <map>.items() %}{{ x }}={{ item }} {% endfor %}
  for-unpack        statement  {% for (x, item), y in [((1, <any>), <any>)] %}{{ item }}{{ y }}<body>{% endfor %}
  for-else          statement  {% for item in <list> %}<body>{% else %}<body>{% endfor %}
  for-if            statement  {% for item in <list> if item is string %}<body>{% else %}none{% endfor %}
  for-if            statement  {% for item in <ints> if item > <small> %}{{ loop.index }}/{{ loop.length }} {% endfor %}
  for-recursive     statement  {% for item in nested recursive %}[{{ loop(item) if item is sequence and loop.depth < 4 else item }}{{ loop.depth0 }}]{% endfor %}
  for-nested        statement  {% for x in <list> %}{% set outer = loop %}{% for item in <list> %}{{ outer.index }}.{{ loop.index }}<body>{% endfor %}{% endfor %}
  loop-changed      statement  {% for item in <list> %}{{ loop.changed(item) }}{{ loop.cycle('a', <str>) }}{% endfor %}
  set               statement  {%<w> set x = <any> <w>%}
  set               statement  {% set item = <any> %}¶
  set-tuple         statement  {% set x, y = <any>, <any> %}
  set-tuple         statement  {% set (x, item) = (<str>, <int>) %}{{ item }}
  set-tuple         statement  {% set x, y = <list> %}
  set-block         statement  {% set x %}<body>{% endset %}
  set-block         statement  {%<w> set x | upper | trim <w>%}<body>{%<w> endset <w>%}{{ x }}
  set-namespace     statement  {% set ns = namespace(n=<any>) %}{% for item in <list> %}{% set ns.n = item %}{% endfor %}{{ ns.n }}
  with              statement  {%<w> with x = <any>, y = <any> <w>%}<body>{{ y }}{%<w> endwith <w>%}
  with              statement  {% with %}{% set x = 1 %}<body>{% endwith %}{{ x }}
  macro             statement  {%<w> macro m(x, y=<any>) <w>%}<body>{{ y }}{%<w> endmacro <w>%}{{ m(<any>) }}{{ m(y=<any>, x=2) }}
  macro             statement  {% macro m(x) %}{{ x }}|{{ varargs }}|{{ kwargs }}{% endmacro %}{{ m(<any>, <any>, k=<any>) }}
  macro             statement  {% macro m(x, y=x) %}{{ x }}{{ y }}{% endmacro %}{{ m.name }}{{ m.arguments }}{{ m(<any>) }}{{ m(1) }}
  call              statement  {% macro m() %}<{{ caller() }}>{% endmacro %}{%<w> call m() <w>%}<body>{%<w> endcall <w>%}
  call              statement  {% macro m(x) %}{{ caller(x, <any>) }}{% endmacro %}{% call(item, y) m(<any>) %}{{ item }}{{ y }}<body>{% endcall %}
  filter-block      statement  {%<w> filter upper <w>%}<body>{%<w> endfilter <w>%}
  filter-block      statement  {% filter replace('a', <str>) | indent(2) %}<body>{% endfilter %}
  shadow            statement  {% set x = <any> %}{% if <bool> %}{% set x = <any> %}{% endif %}{{ x }}
  shadow            statement  {% for x in <list> %}{% set y = x %}{% endfor %}{{ x }}{{ y }}
  shadow            statement  {% set loop = <any> %}{{ loop }}
`;

/** Only in the template that is rendered: what brings in others. */
export const TEMPLATE_STATEMENTS = `
  block             statement  {%<w> block <block> <w>%}<body>{%<w> endblock <w>%}
  block             statement  {% set x = 1 %}{% block <block> scoped %}<body>{{ x }}{% endblock %}
  block             statement  {% block <block> %}{{ self.three() }}{% endblock %}{% block three %}<body>{% endblock three %}
  include           statement  {%<w> include 'part.j2' <w>%}
  include           statement  {% set x = <any> %}{% include 'part.j2' %}{{ y }}
  include           statement  {% for item in <list> %}{% include 'part.j2' %}{% endfor %}
  include           statement  {% include 'part.j2' without context %}
  include           statement  {% include ['nosuch.j2', 'part.j2'] with context %}
  include-missing   statement  {% include 'nosuch.j2' ignore missing %}
  include-missing   statement  {% include ['nosuch.j2', 'none.j2'] ignore missing with context %}
  include-missing   statement  {% include 'nosuch.j2' %}
  import            statement  {%<w> import 'library.j2' as library <w>%}{{ library.greet(<any>) }}{{ library.shared }}
  import            statement  {% import 'library.j2' as library with context %}{{ library.greet(<any>, <any>) }}{{ library._own }}
  from-import       statement  {% from 'library.j2' import greet, shared as other %}{{ greet(y=<any>) }}{{ other }}{{ shared }}
  from-import       statement  {% from 'library.j2' import greet with context %}{% call greet(1) %}<body>{% endcall %}
  from-import       statement  {% from 'library.j2' import nosuch %}{{ nosuch }}
`;

/** Of Jinja2 alone: Ansible has neither autoescape nor extensions. */
export const JINJA2_STATEMENTS = `
  autoescape        statement  {% autoescape <bool> %}{{ <any> }}<body>{{ html }}{% endautoescape %}
  do                statement  {% do numbers.append(<any>) %}{{ numbers }}
  break             statement  {% for item in <list> %}{{ item }}{% if <bool> %}{% break %}{% endif %}<body>{% endfor %}
  continue          statement  {% for item in <list> %}{% if item %}{% continue %}{% endif %}<body>{{ item }}{% endfor %}
`;

/** Used where the options name a prefix for them; text otherwise. */
export const LINE_STATEMENTS = `
  line-statement    statement  ¶%% if <bool>¶<body>¶%% endif¶
  line-statement    statement  ¶  %% for item in <list>:¶  {{ item }}¶%% endfor¶
  line-statement    statement  ¶%% set x = <any>¶{{ x }}
  line-comment      statement  ¶a ## a comment¶
  line-comment      statement  ¶## a comment¶b
`;

/** Templates that begin with another one. */
export const INHERITING = `
  extends           child      {% extends 'base.j2' %}{% block one %}<body>{{ super() }}{% endblock %}
  extends           child      {% extends 'base.j2' %}{% set x = <any> %}{% block two scoped %}{{ x }}<body>{% endblock %}lost
  extends           child      {% extends 'base.j2' if <bool> else 'part.j2' %}{% block one %}{% block four %}<body>{% endblock %}{% endblock %}
  extends           child      {% extends 'base.j2' %}{% macro m(x) %}{{ x }}<body>{% endmacro %}{% block one %}{{ m(<any>) }}{{ self.two() }}{% endblock %}
  extends           child      {% extends 'base.j2' %}
  extends           child      {% extends 'nosuch.j2' %}
`;

export const LIBRARY = `
  library           library    {% macro greet(x, y=<any>) %}<body>{{ x }}{{ y }}{{ caller() if caller is defined }}{% endmacro %}{% set shared = <any> %}{% set _own = 1 %}
  base              base       <body>{%<w> block one <w>%}<body>{%<w> endblock <w>%}{% for item in <list> %}{% block two scoped %}{{ item }}{% endblock %}{% endfor %}
  base              base       {% block one required %} {% endblock %}{% block two %}{{ x }}<body>{% endblock %}
`;

/** What can be said inside of statements beside the variables. */
export const LOCALS = {
  any: ['item', 'x', 'y', 'item.name'],
  odd: [
    'm',
    'varargs',
    'kwargs',
    'loop',
    'ns',
    'caller()',
    'm(1)',
    'self.one()',
    'missing',
    'loop.index',
    'greet',
    'super()',
  ],
  loop: [
    ...['index', 'index0', 'revindex', 'revindex0', 'first', 'last', 'length', 'depth', 'depth0', 'previtem'],
    ...['nextitem', "cycle('a', 'b')", 'changed(item)', 'nosuch'],
  ],
  block: ['one', 'two', 'five', 'six', 'seven', 'eight'],
  w: ['', '', '', '', '-', '-', '+'],
  m: ['', '', '', '-'],
};
