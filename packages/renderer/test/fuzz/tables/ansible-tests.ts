/** Ansible's tests, but those that ask the disk or Vault. */
export const ANSIBLE_TESTS = `
  abs            bool   <str> is abs
  is_abs         bool   path is is_abs
  all            bool   <list> is all
  any            bool   <list> is any
  change         bool   {'changed': <bool>} is change
  changed        bool   {'changed': <bool>, 'failed': <bool>} is changed
  contains       bool   <list> is contains(<any>)
  contains       bool   <str> is contains(<chars>)
  failed         bool   {'failed': <bool>} is failed
  failure        bool   {'failed': <bool>} is failure
  falsy          bool   <any> is falsy
  falsy          bool   <booleanlike> is falsy(convert_bool=<bool>)
  finished       bool   {'finished': <small>, 'ansible_job_id': '1'} is finished
  isnan          bool   <number> is isnan
  nan            bool   <number> is nan
  issubset       bool   <ints> is issubset(<ints>)
  issuperset     bool   <ints> is issuperset(<ints>)
  match          bool   <str> is match(<pattern>)
  match          bool   <str> is match('THE', ignorecase=<bool>)
  reachable      bool   {'unreachable': <bool>} is reachable
  regex          bool   <str> is regex(<pattern>)
  regex          bool   <str> is regex('l', match_type='fullmatch')
  search         bool   <str> is search(<pattern>)
  search         bool   <str> is search('^b', multiline=<bool>)
  skip           bool   {'skipped': <bool>} is skip
  skipped        bool   {'skipped': <bool>} is skipped
  started        bool   {'started': <small>, 'ansible_job_id': '1'} is started
  subset         bool   <strs> is subset(<strs>)
  succeeded      bool   {'failed': <bool>} is succeeded
  success        bool   {'failed': <bool>} is success
  successful     bool   {} is successful
  superset       bool   <strs> is superset(<strs>)
  timedout       bool   {'timedout': {'period': <small>}} is timedout
  truthy         bool   <any> is truthy
  truthy         bool   <booleanlike> is truthy(convert_bool=<bool>)
  unreachable    bool   {'unreachable': <bool>} is unreachable
  uri            bool   <str> is uri
  uri            bool   url is uri(schemes=['http', 'https'])
  url            bool   <str> is url
  urn            bool   'urn:isbn:1' is urn
  vault_encrypted bool  <str> is vault_encrypted
  version        bool   version is version('1.9')
  version        bool   version is version(<version>, <comparison>)
  version        bool   <version> is version(<version>, operator=<comparison>, strict=<bool>)
  version        bool   '1.2.0-rc.1' is version('1.2.0', <comparison>, version_type='semver')
  version        bool   <version> is version('1.2', '>=', version_type=<version_type>)
  version_compare bool  '1.2' is version_compare(<version>, <comparison>)
  ansible.builtin.defined bool <any> is ansible.builtin.defined
  ansible.builtin.version bool version is ansible.builtin.version(<version>, 'lt')
`;
