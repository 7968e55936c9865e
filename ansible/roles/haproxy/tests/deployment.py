"""Makes the role's module_utils importable as a module of the role imports them."""

import pathlib

import ansible.module_utils

ansible.module_utils.__path__.append(str(pathlib.Path(__file__).parent.parent / "module_utils"))
